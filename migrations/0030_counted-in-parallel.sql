-- A wall for the planner around the class of a fact. It is told that the class may change with every row, and so leaves the
-- classes where they are made: unaware of what they are made of it does not take every case for a class of its own, sorts
-- nothing, and lets each worker count its share. When the query is run nothing of it is left.
create function class_apart(class bigint) returns bigint language sql volatile parallel safe return class;
