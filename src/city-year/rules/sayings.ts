import type { MoveData, SupplementItem } from '#modules/dossiers/rules/move-data.ts';
import type { Seeded } from './seeded.ts';

/** What people write in the journals of a city-year: short, as on paper. */
export const sayings = {
  supplement: (chance: Seeded): SupplementItem =>
    chance.pick([
      {
        what: 'Bản chụp rõ các trang đã nộp',
        reason: 'Bản đã nộp mờ, thiếu trang',
        clause: 'Nghị định 61/2018/NĐ-CP, Điều 17',
      },
      { what: 'Tờ khai có đủ chữ ký', reason: 'Tờ khai chưa ký', clause: 'Nghị định 61/2018/NĐ-CP, Điều 17' },
      {
        what: 'Giấy tờ chứng minh nơi cư trú',
        reason: 'Chưa có trong thành phần đã nộp',
        clause: 'Nghị định 61/2018/NĐ-CP, Điều 17',
      },
    ]),
  refusal: (chance: Seeded) =>
    chance.pick([
      { reason: 'Không thuộc thẩm quyền giải quyết của cơ quan', clause: 'Nghị định 61/2018/NĐ-CP, Điều 17 khoản 1' },
      {
        reason: 'Hồ sơ chưa đủ thành phần và không thể bổ sung ngay',
        clause: 'Nghị định 61/2018/NĐ-CP, Điều 17 khoản 1',
      },
    ]),
  withdrawal: (chance: Seeded) => chance.pick(['Người nộp không còn nhu cầu', 'Nộp nhầm cơ quan', '']),
  apology: (chance: Seeded) =>
    chance.pick([
      'Cần thêm thời gian đối chiếu hồ sơ gốc',
      'Khối lượng hồ sơ tăng đột biến',
      'Chờ ý kiến đơn vị phối hợp',
    ]),
  sentBack: (chance: Seeded) => chance.pick(['Sửa lỗi chính tả trong dự thảo', 'Bổ sung căn cứ trong dự thảo']),
  declined: (chance: Seeded) => chance.pick(['Thiếu một bản trong hồ sơ giấy', 'Chuyển nhầm bộ phận']),
  proposal: (chance: Seeded, isRefused: boolean): MoveData['propose'] =>
    isRefused
      ? {
          outcome: 'refuse',
          summary: 'Không đủ điều kiện.',
          reason: 'Không đáp ứng điều kiện của thủ tục',
          clause: 'Quyết định công bố thủ tục, phần điều kiện',
        }
      : {
          outcome: 'grant',
          summary: chance.pick(['Hồ sơ đủ điều kiện.', 'Đã đối chiếu, đủ điều kiện.', 'Phù hợp quy định.']),
          reason: '',
          clause: '',
        },
  taxNotice: (chance: Seeded) => `Thông báo nộp thuế ${1 + chance.whole(90_000)}/TB-CCT`,
  postman: 'Bưu tá Bưu điện Thành phố',
  /** What stands behind the number of a result. */
  notation: (field: string): string => notations[field] ?? 'GCN',
  /** The position that handles a field in a commune; a seat number may follow. */
  office: (field: string): string => offices[field] ?? 'civil-status-officer',
} as const;

const notations: Readonly<Record<string, string>> = {
  'chung-thuc': 'SCT',
  'ho-tich': 'HT',
  'dat-dai': 'GCN-QSDĐ',
  'hoat-dong-xay-dung': 'GPXD',
  'ly-lich-tu-phap': 'PLLTP',
};

const offices: Readonly<Record<string, string>> = {
  'bao-tro-xa-hoi': 'culture-society-officer',
  'dat-dai': 'land-officer',
};
