import type { Child } from 'hono/jsx';
import { localHref, Page, type PageProps, speaker } from '#surfaces/ui/index.ts';
import type { Visitor } from '#surfaces/web/visitor.ts';

type Given = Pick<PageProps, 'title' | 'description' | 'back' | 'hasErrors' | 'wide' | 'structuredData' | 'variant'>;

/** A page of the portal: the same way around everywhere, who is signed in, the link to the other language. */
export function PortalPage(props: Given & { visitor: Visitor; children?: Child }) {
  const { visitor, children, ...given } = props;
  const { language, actor } = visitor;
  const say = speaker(language);
  const at = (path: string) => localHref(language, path);
  const here = visitor.path.split('?')[0] ?? '';
  const nav = [
    { path: '/thu-tuc', label: say('Thủ tục', 'Procedures') },
    { path: '/tra-cuu', label: say('Theo dõi hồ sơ', 'Follow a dossier') },
    { path: '/phan-anh', label: say('Phản ánh', 'Feedback') },
    { path: '/cong-khai', label: say('Công khai', 'Open figures') },
    { path: '/dat-lich', label: say('Đặt lịch', 'Book a visit') },
    ...(actor?.kind === 'citizen' ? [{ path: '/ho-so-cua-toi', label: say('Hồ sơ của tôi', 'My dossiers') }] : []),
    ...(actor?.kind === 'officer' ? [{ path: '/lam-viec', label: say('Nơi làm việc', 'Workspace') }] : []),
  ];
  return (
    <Page
      {...given}
      language={language}
      path={visitor.path}
      city={say('Thành phố Hà Nội', 'Hà Nội City')}
      nav={nav.map(({ path, label }) => ({
        href: at(path),
        label,
        current: here === path || here.startsWith(`${path}/`),
      }))}
      account={
        actor
          ? {
              name: actor.name,
              href: at(actor.kind === 'officer' ? '/lam-viec' : '/tai-khoan'),
              signOut: { action: at('/dang-xuat'), csrfToken: visitor.csrfToken },
            }
          : undefined
      }
      signInHref={at(signInPath(visitor.path))}
      footer={
        <p>
          <a href={at('/cong-khai/nhiem-vu')}>{say('Công khai nhiệm vụ', 'Published tasks')}</a>
          {' · '}
          <a href={at('/cong-khai/kiem-tra')}>{say('Kết luận kiểm tra', 'Inspections')}</a>
          {' · '}
          <a href={at('/kiem-tra')}>{say('Kiểm tra kết quả', 'Check a result')}</a>
          {' · '}
          <a href={at('/bao-cao')}>{say('Báo cáo', 'Reports')}</a>
          {' · '}
          <a href={at('/cong-khai/so-lieu')}>{say('Số liệu', 'Figures')}</a>
          {' · '}
          <a href={at('/cong-khai/so')}>{say('Các sổ công khai', 'Public registers')}</a>
          {' · '}
          <a href={at('/gioi-thieu/tro-nang')}>{say('Trợ năng', 'Accessibility')}</a>
        </p>
      }
    >
      {children}
    </Page>
  );
}

/** Where to sign in so as to come back here. */
export function signInPath(back: string): string {
  const plain = back === '/' || /^\/(dang-nhap|dang-ky)/.test(back);
  return plain ? '/dang-nhap' : `/dang-nhap?ve=${encodeURIComponent(back)}`;
}
