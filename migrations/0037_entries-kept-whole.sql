-- An entry of two to eight kilobytes stays whole in its row: to compress it took as long as all else of writing it.
alter table journal set (toast_tuple_target = 8160);
