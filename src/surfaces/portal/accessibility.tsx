import type { Handler } from 'hono';
import { speaker } from '#surfaces/ui/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from './portal-page.tsx';

/** `/gioi-thieu/tro-nang`: what was made for everyone, how it was checked, and what is not done yet. */
export const accessibilityPage: Handler<WebEnv> = (context) => {
  const visitor = visitorOf(context);
  const say = speaker(visitor.language);
  return context.html(
    <PortalPage
      visitor={visitor}
      title={say('Trợ năng', 'Accessibility')}
      description={say(
        'Trang này dùng được cho ai, đã kiểm tra thế nào, còn thiếu gì.',
        'Who can use these pages, how that was checked, what is missing.',
      )}
    >
      <h1>{say('Trợ năng', 'Accessibility')}</h1>
      <p class="lead">
        {say(
          'Mọi người đều phải làm được thủ tục ở đây, kể cả khi không nhìn rõ, không dùng chuột, dùng điện thoại cũ hay mạng chậm.',
          'Everyone must be able to get things done here: without good sight, without a mouse, on an old phone, on a slow network.',
        )}
      </p>
      <h2>{say('Đã làm', 'What is done')}</h2>
      <ul>
        <li>{say('Mục tiêu là WCAG 2.2 mức AA.', 'The goal is WCAG 2.2, level AA.')}</li>
        <li>
          {say(
            'Mọi trang và mọi bước nộp hồ sơ dùng được khi không có JavaScript, chỉ bằng bàn phím, và trên màn hình rộng 360 điểm ảnh.',
            'Every page and every step of filing works without JavaScript, by keyboard alone, and on a screen 360 pixels wide.',
          )}
        </li>
        <li>
          {say(
            'Lỗi được nói bằng lời ở đầu trang và ngay tại chỗ cần sửa.',
            'Errors are said in words, at the top of the page and where they are.',
          )}
        </li>
        <li>
          {say(
            'Có chế độ tối theo máy của bạn và bản in gọn.',
            'There is a dark mode that follows your device, and a print version.',
          )}
        </li>
      </ul>
      <h2>{say('Chưa làm được', 'What is missing')}</h2>
      <ul>
        <li>
          {say(
            'Chưa có người khiếm thị và người dùng công nghệ hỗ trợ kiểm tra; mới kiểm tra bằng công cụ tự động và bằng bàn phím.',
            'No people with impairments have tested it yet; it was checked with automatic tools and by keyboard.',
          )}
        </li>
        <li>
          {say(
            'Giấy tờ do người nộp hoặc cơ quan tải lên có thể là ảnh, trình đọc màn hình không đọc được.',
            'Papers uploaded by people or offices may be pictures that screen readers cannot read.',
          )}
        </li>
        <li>
          {say(
            'Căn cứ pháp lý và câu trả lời đã khai chỉ có bằng tiếng Việt, kể cả ở trang tiếng Anh.',
            'Legal bases and stated answers are in Vietnamese only, also on the English pages.',
          )}
        </li>
      </ul>
      <h2>{say('Khi bạn gặp trở ngại', 'When something stands in your way')}</h2>
      <p>
        {say(
          'Bộ phận Một cửa nơi bạn làm thủ tục nhận hồ sơ trực tiếp và giúp bạn nhập lên hệ thống.',
          'The one-stop desk where you file takes the dossier in person and enters it for you.',
        )}
      </p>
    </PortalPage>,
  );
};
