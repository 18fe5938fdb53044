import type { Hono } from 'hono';
import type { App } from '#app.ts';
import { GuessThrottle } from '#surfaces/web/guess-throttle.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { accessibilityPage } from './accessibility.tsx';
import { accountPage, changePassword } from './account.tsx';
import { boardCsv, boardPage } from './board/board-page.tsx';
import { bookPage, bookVisit } from './booking/book-page.tsx';
import { bookingCalendar, changeOwnBooking, openBooking, ownBookingPage } from './booking/own-booking.tsx';
import { checkFile, checkPage } from './check/check-page.tsx';
import { feedbackItemPage, feedbackPhoto, moveOwnFeedback, openOwnFeedback } from './feedback/feedback-item.tsx';
import { feedbackListPage } from './feedback/feedback-list.tsx';
import { sentPage } from './feedback/sent-page.tsx';
import { saveWhat, whatPage } from './feedback/what-step.tsx';
import { saveWhere, wherePage } from './feedback/where-step.tsx';
import { sendReport, whoPage } from './feedback/who-step.tsx';
import { figurePage } from './figures/figure-page.tsx';
import { figuresPage } from './figures/figures-page.tsx';
import { donePage } from './filing/done-page.tsx';
import { applicantFormPage, questionsPage, saveApplicant, saveQuestions } from './filing/form-pages.tsx';
import { papersPage, savePapers } from './filing/papers-page.tsx';
import { chooseReceiver, receiverPage } from './filing/receiver-page.tsx';
import { reviewPage, submitFiling } from './filing/review-page.tsx';
import { startFiling, startPage } from './filing/start.tsx';
import { findProceduresPage } from './find-procedures.tsx';
import { homePage } from './home.tsx';
import { indexCsv, indicesPage, unitIndexPage } from './indices/indices-page.tsx';
import {
  publishedRoundCsv,
  publishedRoundFile,
  publishedRoundPage,
  publishedSheetPage,
} from './indices/round-pages.tsx';
import { confirmEmail, confirmEmailPage } from './notices/confirm-email.tsx';
import { preferencesPage, savePreferences } from './notices/preferences-page.tsx';
import { orderPost, orderPostPage } from './order-post.tsx';
import {
  answerOwn,
  ownDossierPage,
  ownPaper,
  ownReceipt,
  ownResult,
  ownSlip,
  withdrawOwn,
  withdrawOwnPage,
} from './own-dossier.tsx';
import { ownDossiersPage } from './own-dossiers.tsx';
import { ownKeptFile, ownPaperPage, ownPapersPage, withdrawOwnConsent } from './own-papers.tsx';
import { backFromGateway, payOnline, payPage } from './payment/pay-page.tsx';
import { procedurePage } from './procedure.tsx';
import { publicEntryPage, publicRegisterExport, publicRegisterPage, publicRegistersPage } from './public-registers.tsx';
import { rateDossier, ratedPage, ratePage } from './rating/rate-page.tsx';
import {
  frozenReportFile,
  publishedReportFile,
  publishedReportPage,
  signedReportFile,
} from './reports/published-report.tsx';
import { publishedReportsPage } from './reports/published-reports.tsx';
import { register, registerPage, signIn, signInPage, signOut } from './sign-in.tsx';
import { publishedInspectionsPage } from './tasks/published-inspections.tsx';
import { calendarFile, publishedMonthPage, publishedMonthsPage } from './tasks/published-months.tsx';
import {
  answerTracked,
  showCodes,
  trackedPage,
  trackingPage,
  withdrawTracked,
  withdrawTrackedPage,
} from './tracking.tsx';

/** The site map of the portal: what citizens and businesses see. Addresses are written once, without the prefix of a language. */
export const portalRoutes =
  (app: App, options: ShellOptions = {}) =>
  (router: Hono<WebEnv>): void => {
    const throttle = new GuessThrottle();
    const draft = '/nop-ho-so/:code/:draft';

    router.get('/', homePage(app));
    router.get('/thu-tuc', findProceduresPage(app));
    router.get('/thu-tuc/:code', procedurePage(app, options.publicUrl));

    router.get('/nop-ho-so/:code', startPage(app));
    router.post('/nop-ho-so/:code', startFiling(app, options));
    router.get(`${draft}/noi-nop`, receiverPage(app));
    router.post(`${draft}/noi-nop`, chooseReceiver(app));
    router.get(`${draft}/nguoi-nop`, applicantFormPage(app));
    router.post(`${draft}/nguoi-nop`, saveApplicant(app));
    router.get(`${draft}/to-khai/:page`, questionsPage(app));
    router.post(`${draft}/to-khai/:page`, saveQuestions(app));
    router.get(`${draft}/giay-to`, papersPage(app));
    router.post(`${draft}/giay-to`, savePapers(app));
    router.get(`${draft}/kiem-tra`, reviewPage(app));
    router.post(`${draft}/kiem-tra`, submitFiling(app, options));
    router.get(`${draft}/da-nop`, donePage(app));

    router.get('/tra-cuu', trackingPage);
    router.get('/tra-cuu/ket-qua', trackedPage(app, throttle));
    router.post('/tra-cuu/ket-qua', showCodes(app, throttle, options));
    router.get('/tra-cuu/ket-qua/bo-sung', trackedPage(app, throttle));
    router.post('/tra-cuu/ket-qua/bo-sung', answerTracked(app, throttle));
    router.get('/tra-cuu/ket-qua/rut', withdrawTrackedPage(app, throttle));
    router.post('/tra-cuu/ket-qua/rut', withdrawTracked(app, throttle));

    router.get('/ho-so-cua-toi', ownDossiersPage(app));
    router.get('/ho-so-cua-toi/giay-to', ownPapersPage(app));
    router.get('/ho-so-cua-toi/giay-to/:id', ownPaperPage(app));
    router.get('/ho-so-cua-toi/giay-to/:id/tep', ownKeptFile(app));
    router.post('/ho-so-cua-toi/giay-to/:id/rut-dong-y', withdrawOwnConsent(app));
    router.get('/ho-so-cua-toi/thong-bao', preferencesPage(app));
    router.post('/ho-so-cua-toi/thong-bao', savePreferences(app));
    router.get('/ho-so-cua-toi/thong-bao/xac-nhan/:proofId/:token', confirmEmailPage(app));
    router.post('/ho-so-cua-toi/thong-bao/xac-nhan/:proofId/:token', confirmEmail(app));
    router.get('/ho-so-cua-toi/:caseId', ownDossierPage(app));
    router.get('/ho-so-cua-toi/:caseId/bo-sung', ownDossierPage(app));
    router.post('/ho-so-cua-toi/:caseId/bo-sung', answerOwn(app));
    router.get('/ho-so-cua-toi/:caseId/buu-chinh', orderPostPage(app));
    router.post('/ho-so-cua-toi/:caseId/buu-chinh', orderPost(app));
    router.get('/ho-so-cua-toi/:caseId/rut', withdrawOwnPage(app));
    router.post('/ho-so-cua-toi/:caseId/rut', withdrawOwn(app));
    router.get('/ho-so-cua-toi/:caseId/giay-to/:paperId', ownPaper(app));
    router.get('/ho-so-cua-toi/:caseId/phieu/:form', ownSlip(app));
    router.get('/ho-so-cua-toi/:caseId/ket-qua.pdf', ownResult(app));
    router.get('/ho-so-cua-toi/:caseId/bien-lai/:paper', ownReceipt(app));

    router.get('/thanh-toan/:code', payPage(app));
    router.post('/thanh-toan/:code/cong', payOnline(app, options.publicUrl));
    router.get('/thanh-toan/:code/tro-ve', backFromGateway(app));

    router.get('/cong-khai/so', publicRegistersPage(app));
    router.get('/cong-khai/so/:register', publicRegisterPage(app));
    router.get('/cong-khai/so/:register/tai-ve.xlsx', publicRegisterExport(app, 'xlsx'));
    router.get('/cong-khai/so/:register/tai-ve.csv', publicRegisterExport(app, 'csv'));
    router.get('/cong-khai/so/:register/:entry', publicEntryPage(app));
    router.get('/cong-khai', boardPage(app));
    router.get('/cong-khai/du-lieu.csv', boardCsv(app));
    router.get('/dat-lich', bookPage(app));
    router.post('/dat-lich', bookVisit(app, options));
    router.get('/dat-lich/lich-hen', ownBookingPage(app, throttle));
    router.post('/dat-lich/lich-hen', openBooking(app, throttle, options));
    router.post('/dat-lich/lich-hen/doi', changeOwnBooking(app, throttle));
    router.get('/dat-lich/lich-hen.ics', bookingCalendar(app, throttle));

    router.get('/danh-gia/:code', ratePage(app, throttle));
    router.post('/danh-gia/:code', rateDossier(app, throttle));
    router.get('/danh-gia/:code/cam-on', ratedPage);

    router.get('/phan-anh', feedbackListPage(app));
    router.get('/phan-anh/gui', whatPage(app, throttle));
    router.post('/phan-anh/gui', saveWhat(app, throttle, options));
    router.get('/phan-anh/gui/o-dau', wherePage(app));
    router.post('/phan-anh/gui/o-dau', saveWhere(app, options));
    router.get('/phan-anh/gui/ai-gui', whoPage(app));
    router.post('/phan-anh/gui/ai-gui', sendReport(app, throttle));
    router.get('/phan-anh/da-gui', sentPage(app));
    router.get('/phan-anh/:code', feedbackItemPage(app, throttle));
    router.post('/phan-anh/:code/mo', openOwnFeedback(app, throttle, options));
    router.post('/phan-anh/:code/:move', moveOwnFeedback(app, throttle));
    router.get('/phan-anh/:code/anh/:id', feedbackPhoto(app));

    router.get('/bao-cao', publishedReportsPage(app));
    router.get('/bao-cao/:code', publishedReportPage(app));
    router.get('/bao-cao/:code/ban-ky.pdf', signedReportFile(app));
    router.get('/bao-cao/:code/van-ban.docx', publishedReportFile(app, 'docx'));
    router.get('/bao-cao/:code/bieu.xlsx', publishedReportFile(app, 'xlsx'));
    router.get('/bao-cao/:code/dong-bang.json', frozenReportFile(app));

    router.get('/cong-khai/so-lieu', figuresPage(app));
    router.get('/cong-khai/so-lieu/:id', figurePage(app));
    router.get('/cong-khai/chi-so', indicesPage(app));
    router.get('/cong-khai/chi-so/du-lieu.csv', indexCsv(app));
    router.get('/cong-khai/chi-so/dot/:code', publishedRoundPage(app));
    router.get('/cong-khai/chi-so/dot/:code/du-lieu.json', publishedRoundFile(app));
    router.get('/cong-khai/chi-so/dot/:code/du-lieu.csv', publishedRoundCsv(app));
    router.get('/cong-khai/chi-so/dot/:code/:unit', publishedSheetPage(app));
    router.get('/cong-khai/chi-so/:unit', unitIndexPage(app));
    router.get('/cong-khai/kiem-tra', publishedInspectionsPage(app));
    router.get('/cong-khai/nhiem-vu', publishedMonthsPage(app));
    router.get('/cong-khai/nhiem-vu/:month', publishedMonthPage(app));
    router.get('/lich/:file', calendarFile(app, options.publicUrl));

    router.get('/kiem-tra', checkPage(app, new GuessThrottle()));
    router.post('/kiem-tra', checkFile(app));

    router.get('/dang-nhap', signInPage);
    router.post('/dang-nhap', signIn(app, options));
    router.get('/dang-ky', registerPage);
    router.post('/dang-ky', register(app, options));
    router.post('/dang-xuat', signOut(app, options));
    router.get('/tai-khoan', accountPage);
    router.post('/tai-khoan', changePassword(app));
    router.get('/gioi-thieu/tro-nang', accessibilityPage);
  };
