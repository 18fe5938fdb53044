import type { Language } from '#kernel/text.ts';
import { formatCount } from './formats.ts';
import { speaker } from './speaker.ts';
import { Table } from './table.tsx';
import { TileMap } from './tile-map.tsx';
import { TrendChart } from './trend-chart.tsx';

/** The pictures of figures, with numbers that are nobody's. */
export function GalleryBoard({ language }: { language: Language }) {
  const say = speaker(language);
  const months = [118_210, 96_431, 171_204, 166_018, 149_880, 158_002, 139_511, 88_402, 121_760, 154_931];
  const names = ['Ba Đình', 'Hoàn Kiếm', 'Hai Bà Trưng', 'Bắc Từ Liêm', 'Chương Mỹ', 'Thường Tín', 'Sóc Sơn'];
  return (
    <>
      <TrendChart
        id="gallery-trend"
        label={say('Hồ sơ nhận và xong mỗi tháng', 'Dossiers received and settled each month')}
        series={[say('Tiếp nhận', 'Received'), say('Có kết quả', 'Settled'), say('Quá hạn', 'Late')]}
        points={months.map((value, month) => ({ label: `T${month + 1}`, values: [value, value * 0.9, value * 0.1] }))}
        top={formatCount(language, Math.max(...months))}
      />
      <Table
        id="gallery-months"
        caption={say('Số liệu từng tháng', 'Month by month')}
        columns={[{ label: say('Tháng', 'Month') }, { label: say('Tiếp nhận', 'Received'), align: 'end' }]}
        rows={months.map((value, month) => [String(month + 1), formatCount(language, value)])}
      />
      <TileMap
        label={say('Đúng hạn theo quận, huyện', 'In time by district')}
        legend={['≥ 98 %', '95–98 %', '90–95 %', '< 90 %']}
        tiles={names.map((name, index) => ({
          label: name,
          value: formatCount(language, 99 - index),
          description: name,
          grade: index === 6 ? undefined : ((index % 4) as 0 | 1 | 2 | 3),
          href: `#${index}`,
          column: index === 6 ? 7 : (index % 6) + 1,
          row: index === 6 ? 2 : 1,
        }))}
      />
    </>
  );
}
