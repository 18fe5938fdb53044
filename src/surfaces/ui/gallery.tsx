import type { Language } from '#kernel/text.ts';
import { Alert } from './alert.tsx';
import { Bar } from './bar.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { Actions, Button, ButtonLink, PrintButton } from './button.tsx';
import { Checkbox, Choice } from './choice.tsx';
import { DaysTable, type ExplainedDay } from './days-table.tsx';
import { DueDate } from './due-date.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { FileField } from './file-field.tsx';
import { Form } from './form.tsx';
import { GalleryBoard } from './gallery-board.tsx';
import { BigCode, Columns, Details, Done, Grid, Panel } from './layout.tsx';
import { Figures, List, ListItem, Queues } from './list.tsx';
import { Page, type PageProps } from './page.tsx';
import { Pagination } from './pagination.tsx';
import { RoutePicture, type Station } from './route-picture.tsx';
import { SearchBox } from './search-box.tsx';
import { Select } from './select.tsx';
import { speaker } from './speaker.ts';
import { SummaryList } from './summary-list.tsx';
import { Table } from './table.tsx';
import { Tag } from './tag.tsx';
import { Timeline } from './timeline.tsx';

/** The pages of the gallery, for whoever works on the parts: every part, with long words, in both rooms. Not served in production. */
export const galleryPages = ['portal', 'form', 'done', 'case', 'list', 'print', 'board'] as const;
export type GalleryPage = (typeof galleryPages)[number];

const due = Temporal.PlainDateTime.from('2021-02-17T17:00');

function days(language: Language): readonly ExplainedDay[] {
  const say = speaker(language);
  const day = (date: string, counted: boolean, reason: string, source?: string): ExplainedDay => ({
    date: Temporal.PlainDate.from(date),
    counted,
    reason,
    source,
  });
  const work = say('Ngày làm việc', 'Working day');
  const tet = say('Nghỉ Tết Tân Sửu', 'Lunar New Year');
  const decision = say('Thông báo 4875/TB-LĐTBXH', 'Notice 4875/TB-LĐTBXH');
  return [
    day(
      '2021-02-08',
      false,
      say('Ngày nhận hồ sơ không tính', 'The day of receipt is not counted'),
      say('Bộ luật Dân sự, Điều 147', 'Civil Code, art. 147'),
    ),
    day('2021-02-09', true, work),
    day('2021-02-10', false, tet, decision),
    day('2021-02-11', false, tet, decision),
    day('2021-02-12', false, tet, decision),
    day('2021-02-13', false, say('Thứ Bảy', 'Saturday')),
    day('2021-02-17', true, work),
  ];
}

function stations(language: Language): readonly Station[] {
  const say = speaker(language);
  return [
    {
      name: say('Tiếp nhận', 'Received'),
      holder: say('Bộ phận một cửa', 'One-stop desk'),
      time: '08/02/2021',
      state: 'done',
    },
    {
      name: say('Thẩm định', 'Examination'),
      holder: say('Phòng Quản lý đô thị', 'Urban Management'),
      time: say('5 ngày làm việc', '5 working days'),
      state: 'current',
    },
    {
      name: say('Lấy ý kiến', 'Opinions'),
      holder: say('Phòng Tài nguyên và Môi trường', 'Natural Resources'),
      time: say('3 ngày làm việc', '3 working days'),
      state: 'next',
    },
    {
      name: say('Ký duyệt', 'Signature'),
      holder: say('Lãnh đạo UBND quận', 'District leadership'),
      time: say('1 ngày', '1 day'),
      state: 'next',
    },
    { name: say('Trả kết quả', 'Result'), holder: say('Bộ phận một cửa', 'One-stop desk'), state: 'next' },
  ];
}

function frame(language: Language, page: GalleryPage): Omit<PageProps, 'title'> {
  const say = speaker(language);
  return {
    language,
    path: `/gallery/${page}`,
    city: say('Thành phố Hà Nội', 'City of Hà Nội'),
    signInHref: '/dang-nhap',
    nav: [
      { href: '/thu-tuc', label: say('Thủ tục', 'Procedures'), current: true },
      { href: '/tra-cuu', label: say('Tra cứu hồ sơ', 'Follow a dossier') },
      { href: '/phan-anh', label: say('Phản ánh', 'Feedback') },
      { href: '/cong-khai', label: say('Công khai', 'Open figures') },
    ],
  };
}

const officer = {
  name: 'Nguyễn Thị Hồng Hạnh',
  post: 'Cán bộ một cửa · UBND phường Hàng Trống',
  signOut: { action: '/dang-xuat', csrfToken: 'x' },
};

export function Gallery(props: { language: Language; page: GalleryPage }) {
  const Shown = {
    portal: Portal,
    form: FormPage,
    done: DonePage,
    case: CasePage,
    list: ListPage,
    print: PrintPage,
    board: BoardPage,
  }[props.page];
  return <Shown language={props.language} />;
}

function BoardPage({ language }: { language: Language }) {
  const say = speaker(language);
  return (
    <Page {...frame(language, 'board')} title={say('Công khai', 'Open figures')}>
      <h1>{say('Công khai', 'Open figures')}</h1>
      <GalleryBoard language={language} />
    </Page>
  );
}

function Portal({ language }: { language: Language }) {
  const say = speaker(language);
  return (
    <Page {...frame(language, 'portal')} title={say('Thủ tục hành chính', 'Administrative procedures')}>
      <SearchBox
        language={language}
        large
        action="/thu-tuc"
        label={say('Bạn cần làm thủ tục gì?', 'What do you need to get done?')}
        hint={say(
          'Ví dụ: khai sinh, xin phép xây nhà. Gõ không dấu cũng được.',
          'For example: birth registration, building permit.',
        )}
      />
      <section>
        <h2>{say('Việc trong đời', 'Life events')}</h2>
        <Grid>
          {[
            ['Sinh con', 'Khai sinh, bảo hiểm y tế cho trẻ, đăng ký thường trú'],
            ['Kết hôn', 'Đăng ký kết hôn, xác nhận tình trạng hôn nhân'],
            ['Nhà và đất', 'Cấp phép xây dựng, sang tên, tách thửa'],
            ['Kinh doanh', 'Hộ kinh doanh, an toàn thực phẩm, biển hiệu'],
            ['Người thân mất', 'Khai tử, mai táng phí, thừa kế'],
            ['Giấy tờ', 'Chứng thực bản sao, lý lịch tư pháp'],
          ].map(([name, what]) => (
            <div>
              <h3>
                <a href="/thu-tuc">{name}</a>
              </h3>
              <p class="quiet">{what}</p>
            </div>
          ))}
        </Grid>
      </section>
      <section class="full">
        <h2>{say('Thành phố làm được gì trong tháng 10', 'What the city did in October')}</h2>
        <Figures
          figures={[
            { label: say('hồ sơ đã nhận', 'dossiers received'), value: '152.653' },
            { label: say('trả trước hoặc đúng hẹn', 'returned early or on time'), value: '99,2 %' },
            { label: say('đang quá hạn', 'late now'), value: <a href="/cong-khai">418</a> },
            { label: say('phản ánh đã trả lời', 'feedback answered'), value: '1.207' },
          ]}
        />
      </section>
      <section>
        <h2>{say('3 thủ tục hợp với “giấy phép xây dựng nhà ở”', '3 procedures match “house building permit”')}</h2>
        <List>
          {[
            'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
            'Điều chỉnh, gia hạn, cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV và nhà ở riêng lẻ',
            'Cấp giấy phép di dời đối với công trình',
          ].map((title) => (
            <ListItem
              href="/thu-tuc/1"
              title={title}
              facts={[
                { label: say('Nơi nhận', 'Where'), value: say('UBND quận, huyện', 'District') },
                { label: say('Thời hạn', 'Time'), value: say('15 ngày', '15 days') },
                { label: say('Lệ phí', 'Fee'), value: '75.000 đồng' },
              ]}
            >
              <p class="quiet">
                {say('Xây nhà mới trên đất của mình trong đô thị.', 'Build a new house on your own land in town.')}
              </p>
            </ListItem>
          ))}
        </List>
        <Pagination language={language} nextHref="?after=3" position={say('1–3 trong 27', '1–3 of 27')} />
      </section>
    </Page>
  );
}

function FormPage({ language }: { language: Language }) {
  const say = speaker(language);
  const errors = [
    {
      field: 'mother.born',
      message: say(
        'Ngày sinh của mẹ không có trong lịch: tháng 2 không có ngày 31',
        'The mother’s birth date is not in the calendar',
      ),
    },
    { field: 'papers', message: say('Bạn chưa chọn giấy tờ nào', 'Choose at least one paper') },
  ];
  const born = errors[0]?.message;
  const papers = errors[1]?.message;
  return (
    <Page
      {...frame(language, 'form')}
      title={say('Đăng ký khai sinh', 'Birth registration')}
      hasErrors
      back={{ href: '/nop-ho-so/1' }}
    >
      <ErrorSummary language={language} errors={errors} />
      <p class="quiet">{say('Đăng ký khai sinh · câu 3 trong 8', 'Birth registration · question 3 of 8')}</p>
      <h1>{say('Người mẹ', 'The mother')}</h1>
      <Form csrfToken="x" hidden={{ key: '1' }} files>
        <Field
          language={language}
          name="mother.name"
          label={say('Họ và tên', 'Full name')}
          value="Nguyễn Thị Hồng Hạnh"
          hint={say('Viết như trên căn cước công dân', 'As on the identity card')}
        />
        <Field
          language={language}
          name="mother.born"
          kind="date"
          label={say('Ngày sinh', 'Date of birth')}
          value="31/2/1990"
          error={born}
        />
        <Field
          language={language}
          name="mother.id"
          kind="code"
          width="medium"
          label={say('Số định danh cá nhân', 'Personal identity number')}
          hint={say('12 chữ số', '12 digits')}
          maxLength={12}
        />
        <Field language={language} name="area" kind="number" unit="m²" label={say('Diện tích', 'Area')} value="84" />
        <Choice
          language={language}
          name="married"
          legend={say('Cha mẹ có đăng ký kết hôn không?', 'Are the parents married?')}
          inline
          value="yes"
          options={[
            { value: 'yes', label: say('Có', 'Yes') },
            { value: 'no', label: say('Không', 'No') },
          ]}
        />
        <Choice
          language={language}
          name="papers"
          multiple
          legend={say('Bạn có những giấy tờ nào?', 'Which papers do you have?')}
          error={papers}
          options={[
            {
              value: 'birth',
              label: say('Giấy chứng sinh', 'Certificate of birth'),
              hint: say('Bệnh viện cấp khi ra viện', 'Given by the hospital'),
            },
            {
              value: 'witness',
              label: say('Văn bản của người làm chứng xác nhận về việc sinh', 'Statement of a witness'),
            },
          ]}
        />
        <Select
          language={language}
          name="commune"
          width="medium"
          label={say('Nơi cư trú', 'Where you live')}
          typeahead
          options={[
            { value: '1', label: 'Phường Hàng Trống', group: 'Quận Hoàn Kiếm' },
            { value: '2', label: 'Phường Tràng Tiền', group: 'Quận Hoàn Kiếm' },
            { value: '3', label: 'Phường Trúc Bạch', group: 'Quận Ba Đình' },
          ]}
        />
        <FileField
          language={language}
          name="scan"
          label={say('Ảnh chụp giấy chứng sinh', 'Photograph of the certificate')}
          acceptWords="PDF, JPG, PNG"
          accept=".pdf,image/*"
          maxBytes={10 * 1024 * 1024}
          sent={['giay-chung-sinh.jpg']}
        />
        <Field
          language={language}
          name="note"
          kind="long-text"
          optional
          label={say('Điều bạn muốn nói thêm', 'Anything to add')}
        />
        <Checkbox
          language={language}
          name="declared"
          label={say(
            'Tôi cam đoan những điều khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật.',
            'I declare that the above is true.',
          )}
        />
        <Actions>
          <Button>{say('Tiếp tục', 'Continue')}</Button>
          <Button variant="secondary" name="then" value="later">
            {say('Lưu để làm sau', 'Save for later')}
          </Button>
          <Button variant="tertiary" tone="danger">
            {say('Xoá bản nháp', 'Delete the draft')}
          </Button>
        </Actions>
      </Form>
      <section>
        <h2>{say('Xem lại', 'Review')}</h2>
        <SummaryList
          language={language}
          items={[
            {
              question: say('Họ và tên người mẹ', 'Mother’s name'),
              answer: 'Nguyễn Thị Hồng Hạnh',
              changeHref: '#f-mother.name',
            },
            {
              question: say('Nơi cư trú', 'Address'),
              answer: 'Số 12, ngõ 34, phố Hàng Trống, phường Hàng Trống, quận Hoàn Kiếm, thành phố Hà Nội',
              changeHref: '#f-commune',
            },
            { question: say('Người cha', 'Father'), answer: undefined, changeHref: '#f-note' },
          ]}
        />
      </section>
    </Page>
  );
}

function DonePage({ language }: { language: Language }) {
  const say = speaker(language);
  return (
    <Page {...frame(language, 'done')} title={say('Đã nộp hồ sơ', 'Dossier sent')}>
      <Done title={say('Bạn đã nộp hồ sơ', 'Your dossier has been sent')}>
        <p class="lead">
          {say(
            'Bộ phận một cửa phường Hàng Trống sẽ xem trong 4 giờ làm việc.',
            'The desk will look at it within 4 working hours.',
          )}
        </p>
      </Done>
      <Panel>
        <p>{say('Mã hồ sơ', 'Dossier code')}</p>
        <BigCode>000.21.14.H26-211105-0007</BigCode>
        <p>
          {say('Ngày hẹn trả', 'Due')}
          <DueDate language={language} due={due} left={say('còn 5 ngày làm việc', '5 working days left')} large />
        </p>
        <DaysTable language={language} id="days" days={days(language)} open />
      </Panel>
      <Actions>
        <ButtonLink href="/tra-cuu/1">{say('Xem hồ sơ đang ở đâu', 'See where it is')}</ButtonLink>
        <ButtonLink href="/bien-nhan.pdf" variant="secondary" download>
          {say('Tải giấy tiếp nhận (PDF)', 'Download the receipt (PDF)')}
        </ButtonLink>
        <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
      </Actions>
      <section>
        <h2>{say('Tiếp theo là gì', 'What happens next')}</h2>
        <RoutePicture
          language={language}
          label={say('Đường đi của hồ sơ', 'The way of the dossier')}
          stations={stations(language)}
        />
      </section>
      <section class="full">
        <h2>{say('Theo chiều ngang', 'Across')}</h2>
        <RoutePicture
          language={language}
          label={say('Đường đi của hồ sơ, ngang', 'The way, across')}
          stations={stations(language)}
          across
        />
      </section>
      <section>
        <h2>{say('Những lời báo', 'Alerts')}</h2>
        <Alert
          language={language}
          title={say('Bạn cần bổ sung 2 giấy tờ', 'Two papers are missing')}
          tone="warning"
          headingLevel={3}
        >
          <p>
            {say('Trước thứ Hai 22/02/2021. Ngày chờ bổ sung không tính vào thời hạn.', 'Before Monday 22/02/2021.')}
          </p>
        </Alert>
        <Alert language={language}>{say('Trụ sở nghỉ chiều thứ Sáu để bảo trì.', 'Closed on Friday afternoon.')}</Alert>
        <Alert language={language} tone="success">
          {say('Đã lưu lúc 16:45.', 'Saved at 16:45.')}
        </Alert>
        <Alert language={language} tone="danger" title={say('Chưa gửi được', 'Not sent')} headingLevel={3}>
          <p>
            {say(
              'Mạng bị ngắt. Những gì bạn đã viết vẫn còn trên trang này: hãy bấm gửi lại.',
              'The network was cut. Press send again.',
            )}
          </p>
        </Alert>
        <Details summary={say('Nếu tôi làm mất mã hồ sơ?', 'What if I lose the code?')}>
          <p>
            {say(
              'Mang căn cước công dân đến bộ phận một cửa, cán bộ sẽ tìm giúp bạn.',
              'Bring your identity card to the desk.',
            )}
          </p>
        </Details>
      </section>
    </Page>
  );
}

function CasePage({ language }: { language: Language }) {
  const say = speaker(language);
  return (
    <Page {...frame(language, 'case')} variant="workspace" account={officer} title="000.21.14.H26-211105-0007">
      <Breadcrumbs
        language={language}
        items={[{ label: say('Việc của tôi', 'My work'), href: '/lam-viec' }, { label: '000.21.14.H26-211105-0007' }]}
      />
      <h1>{say('Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ', 'New building permit for a detached house')}</h1>
      <p>
        <Tag tone="info">{say('Đang thẩm định', 'Under examination')}</Tag>{' '}
        <span class="code">000.21.14.H26-211105-0007</span>
      </p>
      <Columns kind="three">
        <div>
          <h2>{say('Người nộp', 'Applicant')}</h2>
          <SummaryList
            language={language}
            items={[
              { question: say('Họ tên', 'Name'), answer: 'Trần Văn Bình' },
              { question: say('Điện thoại', 'Telephone'), answer: '091 234 56 78' },
              {
                question: say('Địa điểm xây dựng', 'Building site'),
                answer: 'Số 12 phố Hàng Trống, phường Hàng Trống, quận Hoàn Kiếm',
              },
            ]}
          />
        </div>
        <div>
          <h2>{say('Nhật ký', 'Journal')}</h2>
          <Timeline
            entries={[
              {
                at: Temporal.PlainDateTime.from('2021-02-09T09:12'),
                sentence: say('Lê Minh Quân (Phòng Quản lý đô thị) nhận thụ lý.', 'Lê Minh Quân took the case.'),
              },
              {
                at: Temporal.PlainDateTime.from('2021-02-08T16:45'),
                sentence: say(
                  'Nguyễn Thị Hồng Hạnh chuyển hồ sơ cho Phòng Quản lý đô thị.',
                  'Nguyễn Thị Hồng Hạnh forwarded the dossier.',
                ),
                note: say(
                  'Bản vẽ tầng 2 thiếu kích thước, nhờ anh xem giúp.',
                  'The drawing of floor 2 lacks measures.',
                ),
                papers: [{ label: 'Ban-ve-tang-2.pdf', href: '/tep/1' }],
              },
            ]}
          />
        </div>
        <div>
          <h2>{say('Hạn', 'Clock')}</h2>
          <DueDate
            language={language}
            due={due}
            state="soon"
            left={say('còn 1 ngày làm việc', '1 working day left')}
            large
          />
          <Bar words={say('đã dùng 14 trong 15 ngày', '14 of 15 days used')} shareOfOne={14 / 15} tone="warning" />
          <DaysTable language={language} id="days" days={days(language)} />
          <h2>{say('Bước tiếp', 'Moves')}</h2>
          <Form csrfToken="x">
            <Field
              language={language}
              name="opinion"
              kind="long-text"
              rows={3}
              optional
              label={say('Ý kiến', 'Opinion')}
            />
            <Actions>
              <Button shortcut="t">{say('Trình ký', 'Submit for signature')}</Button>
              <Button variant="secondary" shortcut="b">
                {say('Yêu cầu bổ sung', 'Ask for papers')}
              </Button>
            </Actions>
          </Form>
        </div>
      </Columns>
    </Page>
  );
}

function ListPage({ language }: { language: Language }) {
  const say = speaker(language);
  const row = (
    code: string,
    who: string,
    what: string,
    tone: 'info' | 'warning' | 'danger' | 'neutral' | 'success',
    state: string,
    left: string,
    share: number,
  ) => [
    <a href={`/lam-viec/${code}`} class="code">
      {code}
    </a>,
    who,
    what,
    <Tag tone={tone}>{state}</Tag>,
    <Bar words={left} shareOfOne={share} tone={tone} />,
  ];
  return (
    <Page {...frame(language, 'list')} variant="workspace" account={officer} title={say('Việc của tôi', 'My work')}>
      <h1>{say('Việc của tôi', 'My work')}</h1>
      <Columns kind="left">
        <Queues
          label={say('Hàng đợi', 'Queues')}
          queues={[
            { href: '?q=toi', label: say('Của tôi', 'Mine'), count: '14', current: true },
            { href: '?q=phong', label: say('Của phòng', 'My unit’s'), count: '1.208' },
            { href: '?q=sap-han', label: say('Sắp đến hạn', 'Due soon'), count: '6' },
            { href: '?q=qua-han', label: say('Quá hạn', 'Late'), count: '1' },
            { href: '?q=bo-sung', label: say('Chờ bổ sung', 'Waiting for papers'), count: '3' },
            { href: '?q=ky', label: say('Chờ ký', 'To sign'), count: '0' },
          ]}
        />
        <div>
          <SearchBox language={language} action="/lam-viec" label={say('Tìm theo mã, tên, thủ tục', 'Search')} />
          <Table
            id="work"
            caption={say('Hồ sơ theo hạn, gần nhất trước', 'Dossiers by due day')}
            captionHidden
            stack
            walk
            columns={[
              { label: say('Mã', 'Code') },
              { label: say('Người nộp', 'Applicant') },
              { label: say('Thủ tục', 'Procedure') },
              { label: say('Trạng thái', 'State') },
              { label: say('Còn lại', 'Left') },
            ]}
            rows={[
              row(
                '000.21.14.H26-211105-0007',
                'Trần Văn Bình',
                'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
                'danger',
                say('Quá hạn', 'Late'),
                say('quá 2 ngày', '2 days late'),
                1,
              ),
              row(
                '000.21.14.H26-211108-0112',
                'Công ty TNHH Thương mại và Dịch vụ Hoà Bình Xanh',
                'Cấp giấy chứng nhận đăng ký hộ kinh doanh',
                'warning',
                say('Sắp đến hạn', 'Due soon'),
                say('còn 1 ngày, đến 17:00 mai', '1 day left'),
                0.9,
              ),
              row(
                '000.21.14.H26-211109-0003',
                'Phạm Thị Nhung',
                'Đăng ký khai sinh',
                'info',
                say('Đang thẩm định', 'Examining'),
                say('còn 4 giờ', '4 hours left'),
                0.4,
              ),
              row(
                '000.21.14.H26-211109-0010',
                'Đỗ Ánh Ngọc',
                'Chứng thực bản sao từ bản chính',
                'neutral',
                say('Chờ bổ sung', 'Waiting'),
                say('tạm dừng từ 09/11', 'paused'),
                0.2,
              ),
              row(
                '000.21.14.H26-211109-0018',
                'Vũ Đức Ưng',
                'Đăng ký kết hôn',
                'success',
                say('Đã có kết quả', 'Result ready'),
                say('trả sớm 1 ngày', '1 day early'),
                1,
              ),
            ]}
          />
          <Pagination language={language} previousHref="?before=1" nextHref="?after=5" />
          <Table
            id="units"
            caption={say('Theo đơn vị, tháng 10/2021', 'By unit, October 2021')}
            columns={[
              { label: say('Đơn vị', 'Unit') },
              { label: say('Tiếp nhận', 'Received'), align: 'end' },
              { label: say('Đúng hạn', 'On time'), align: 'end' },
              { label: say('Quá hạn', 'Late'), align: 'end' },
            ]}
            rows={[
              ['Quận Hoàn Kiếm', '12.408', '12.391', '17'],
              ['Huyện Thường Tín', '9.020', '9.020', '0'],
            ]}
            totals={[say('Cộng', 'Total'), '21.428', '21.411', '17']}
          />
          <EmptyState
            title={say('Hôm nay không có hồ sơ nào quá hạn', 'Nothing is late today')}
            actions={
              <ButtonLink href="?q=sap-han" variant="secondary">
                {say('Xem 6 hồ sơ sắp đến hạn', 'See the 6 due soon')}
              </ButtonLink>
            }
          >
            <p>{say('Cả phòng đã trả đúng hẹn 14 ngày liền.', 'On time for 14 days in a row.')}</p>
          </EmptyState>
        </div>
      </Columns>
    </Page>
  );
}

function PrintPage({ language }: { language: Language }) {
  const say = speaker(language);
  return (
    <Page {...frame(language, 'print')} variant="print" title={say('Hướng dẫn thủ tục', 'Procedure sheet')}>
      <h1>{say('Đăng ký khai sinh', 'Birth registration')}</h1>
      <p class="lead">
        {say('Làm tại UBND xã, phường nơi cha hoặc mẹ cư trú. Xong trong ngày.', 'Done the same day at the commune.')}
      </p>
      <h2>{say('Mang theo', 'Bring')}</h2>
      <ul>
        <li>{say('Giấy chứng sinh (bản chính)', 'Certificate of birth (original)')}</li>
        <li>{say('Căn cước công dân của người đi đăng ký', 'Identity card')}</li>
      </ul>
    </Page>
  );
}
