import type { Child } from 'hono/jsx';
import { localHref, Page, type PageProps, speaker } from '#surfaces/ui/index.ts';
import { mayTakeDown } from './feedback/may-take-down.ts';
import type { Officer } from './officer.ts';

type Given = Pick<PageProps, 'title' | 'back' | 'hasErrors' | 'variant' | 'refresh'>;

/** A page of the workspace: the same way around everywhere, who is signed in and by which post. */
export function WorkspacePage(props: Given & { officer: Officer; children?: Child }) {
  const { officer, children, ...given } = props;
  const { visitor } = officer;
  const { language } = visitor;
  const say = speaker(language);
  const at = (path: string) => localHref(language, path);
  const here = visitor.path.split('?')[0] ?? '';
  const nav = [
    { path: '/lam-viec', label: say('Việc cần làm', 'Work'), current: here === '/lam-viec' },
    ...(officer.givesFor.length > 0 ? [{ path: '/lam-viec/nhiem-vu', label: say('Nhiệm vụ', 'Tasks') }] : []),
    ...(officer.givesFor.length > 0 || officer.mayHandOverOthers
      ? [{ path: '/lam-viec/kiem-tra', label: say('Kiểm tra', 'Inspections') }]
      : []),
    ...(mayTakeDown(officer) ? [{ path: '/lam-viec/phan-anh/ghi', label: say('Ghi phản ánh', 'Take feedback') }] : []),
    ...(officer.controlsProcedures
      ? [{ path: '/lam-viec/phan-anh/ra-soat', label: say('Rà soát thủ tục', 'Reviews') }]
      : []),
    { path: '/lam-viec/bao-cao', label: say('Báo cáo', 'Reports') },
    { path: '/lam-viec/tin-bao', label: say('Tin báo', 'Notices') },
    { path: '/lam-viec/chi-so', label: say('Chỉ số', 'Indices') },
    { path: '/lam-viec/don-doc', label: say('Đôn đốc', 'Follow-up') },
    ...(officer.desks.length > 0
      ? [
          { path: '/lam-viec/tiep-nhan', label: say('Tiếp nhận tại quầy', 'Desk intake') },
          { path: '/lam-viec/thu-phi', label: say('Thu phí', 'Dues') },
        ]
      : []),
    ...(officer.desks.length > 0 ? [{ path: '/lam-viec/quay', label: say('Quầy', 'Counter') }] : []),
    ...(officer.mayHandOverOthers
      ? [{ path: '/lam-viec/dong-nghiep', label: say('Bàn giao việc', 'Hand work over') }]
      : []),
    ...(officer.desks.length > 0
      ? [{ path: '/lam-viec/thong-bao', label: say('Thông báo hỏng', 'Failed notices') }]
      : []),
    ...(officer.headsAgency ? [{ path: '/lam-viec/uy-quyen', label: say('Ủy quyền ký', 'Delegations') }] : []),
    ...(officer.desks.length > 0 || officer.mayHandOverOthers
      ? [{ path: '/lam-viec/danh-gia', label: say('Đánh giá', 'Ratings') }]
      : []),
    ...(officer.mayReadRegister ? [{ path: '/lam-viec/so-theo-doi', label: say('Sổ theo dõi', 'Register') }] : []),
    { path: '/lam-viec/so', label: say('Sổ số liệu', 'Registers') },
    ...(officer.leads ? [{ path: '/lam-viec/dieu-hanh', label: say('Điều hành', 'Steering') }] : []),
    { path: '/thu-tuc', label: say('Danh mục thủ tục', 'Procedures') },
  ];
  return (
    <Page
      variant="workspace"
      {...given}
      language={language}
      path={visitor.path}
      nav={nav.map(({ path, label, current }) => ({
        href: at(path),
        label,
        current: current ?? (here === path || here.startsWith(`${path}/`)),
      }))}
      account={{
        name: officer.actor.name,
        href: at('/tai-khoan'),
        post: officer.postWords[language],
        signOut: { action: at('/dang-xuat'), csrfToken: visitor.csrfToken },
      }}
    >
      {children}
    </Page>
  );
}
