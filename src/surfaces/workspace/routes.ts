import type { Hono } from 'hono';
import type { App } from '#app.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { leaderBoardPage } from './board/leader-board.tsx';
import { casePage } from './case/case-page.tsx';
import { printedSlip, printSlip } from './case/case-slips.tsx';
import { paperFile, signOffPaper } from './case/paper-file.tsx';
import { giveReadingReason } from './case/reading-reason.tsx';
import { handWorkOver, handWorkOverPage } from './colleagues/hand-work-over.tsx';
import { delegationsPage, grantDelegation } from './delegations/delegations-page.tsx';
import { revokeDelegation, revokePage } from './delegations/revoke-page.tsx';
import { counterPage, workAtCounter } from './desk/counter-page.tsx';
import { devicesPage, enrolDevice, revokeDevice } from './desk/devices-page.tsx';
import { feedbackSlip } from './desk/feedback-slip.ts';
import { scoresPage } from './desk/scores-page.tsx';
import { casePaper, duesMovePage, makeDuesMove } from './dues/case-dues.tsx';
import { actAtDuesDesk, duesDeskPage, incomingMoneyPage } from './dues/dues-desk.tsx';
import { reconcileNow, reconciliationPage, settlementPage, signSettlement } from './dues/dues-reports.tsx';
import { decideReview, reviewsPage } from './feedback/reviews-page.tsx';
import { takeDown, takeDownPage } from './feedback/take-down.tsx';
import { casesBehindPage } from './figures/cases-behind-page.tsx';
import { closedContent, closeFigures, closingPage } from './figures/closing-page.tsx';
import { answerLetter, followUpPage, urgeChosen } from './follow-up/follow-up-page.tsx';
import { appraisePage, appraiseSheet } from './indices/appraise-page.tsx';
import { openRound, openRoundPage } from './indices/open-round.tsx';
import { rankingPage } from './indices/ranking-page.tsx';
import { roundListPage } from './indices/round-list.tsx';
import { scoreFile } from './indices/score-file.ts';
import { scoreCriterion, scoreCriterionPage } from './indices/score-page.tsx';
import { roundSheetPage } from './indices/sheet-page.tsx';
import { toSheet } from './indices/to-sheet.ts';
import { inspectionListPage } from './inspections/inspection-list.tsx';
import { planInspection, planInspectionPage } from './inspections/plan-inspection.tsx';
import { intakeDonePage } from './intake/intake-done.tsx';
import { intakePage, receiveAtDesk } from './intake/intake-page.tsx';
import { workListPage } from './list/work-list.tsx';
import { workListCsv } from './list/work-list-csv.ts';
import { makeMove, movePage } from './moves/move-page.tsx';
import { failedNoticesPage, tryAgain } from './notices/failed-notices.tsx';
import { noticeSampleMail, noticeSamplesPage } from './notices/notice-samples.tsx';
import { caseFile } from './plain/case-file.ts';
import { makePlainMove, plainMovePage } from './plain/plain-move.tsx';
import { plainCasePage } from './plain/plain-page.tsx';
import { proveIdentity, proveIdentityPage } from './prove-identity.tsx';
import { registerCsv } from './register/register-csv.ts';
import { printedRegister, printRegister, registerPage } from './register/register-page.tsx';
import { entryExport } from './registers/entry-export.ts';
import { correctEntry, correctPage, recordEntry, recordPage } from './registers/entry-form.tsx';
import { entryListPage } from './registers/entry-list.tsx';
import { approveEntries, approveEntry, withdrawEntry, withdrawPage } from './registers/entry-moves.tsx';
import { entryPage, evidenceFile } from './registers/entry-page.tsx';
import { enterImport, importPage, importReportPage, importTemplate, lookAtImport } from './registers/import-pages.tsx';
import { registerListPage } from './registers/register-list.tsx';
import { askOpinions, askOpinionsPage } from './reports/ask-opinions.tsx';
import { blockPage, changeReportText, draftPage } from './reports/change-text.tsx';
import { openPeriod, openPeriodPage } from './reports/open-period.tsx';
import { draftFile, letterFile, unitForms } from './reports/report-files.ts';
import { reportListPage } from './reports/report-list.tsx';
import { saveSheet, sheetPage } from './reports/sheet-page.tsx';
import { textPage } from './reports/text-page.tsx';
import { changeResult, resultPage, resultPdf } from './result/result-page.tsx';
import { calendarPage, makeCalendar } from './tasks/calendar-page.tsx';
import { changeRaising, dutiesPage, recordDuty } from './tasks/duties-page.tsx';
import { giveTasks, giveTasksPage } from './tasks/give-page.tsx';
import { planPage, plansPage } from './tasks/plans-page.tsx';
import { publishTasks, publishTasksPage } from './tasks/publish-page.tsx';
import { taskListPage } from './tasks/task-list.tsx';
import { chooseMail, toldPage } from './told/told-page.tsx';

/** The workspace: every address an officer works at. */
export const workspaceRoutes =
  (app: App, options: ShellOptions = {}) =>
  (router: Hono<WebEnv>): void => {
    router.get('/lam-viec', workListPage(app));
    router.get('/lam-viec/danh-sach.csv', workListCsv(app));

    router.get('/lam-viec/dieu-hanh', leaderBoardPage(app));

    router.get('/lam-viec/so-theo-doi', registerPage(app));
    router.get('/lam-viec/so-theo-doi.csv', registerCsv(app));
    router.post('/lam-viec/so-theo-doi/in', printRegister(app));
    router.get('/lam-viec/so-theo-doi/ban-in/:print', printedRegister(app));

    router.get('/lam-viec/so', registerListPage(app));
    router.get('/lam-viec/so/:register', entryListPage(app));
    router.get('/lam-viec/so/:register/ghi', recordPage(app));
    router.post('/lam-viec/so/:register/ghi', recordEntry(app));
    router.get('/lam-viec/so/:register/mau.xlsx', importTemplate(app));
    router.get('/lam-viec/so/:register/tai-ve.xlsx', entryExport(app, 'xlsx'));
    router.get('/lam-viec/so/:register/tai-ve.csv', entryExport(app, 'csv'));
    router.get('/lam-viec/so/:register/nhap', importPage(app));
    router.post('/lam-viec/so/:register/nhap', lookAtImport(app));
    router.get('/lam-viec/so/:register/nhap/:import', importReportPage(app));
    router.post('/lam-viec/so/:register/nhap/:import', enterImport(app));
    router.post('/lam-viec/so/:register/duyet', approveEntries(app));
    router.get('/lam-viec/so/:register/:entry', entryPage(app));
    router.get('/lam-viec/so/:register/:entry/sua', correctPage(app));
    router.post('/lam-viec/so/:register/:entry/sua', correctEntry(app));
    router.get('/lam-viec/so/:register/:entry/rut', withdrawPage(app));
    router.post('/lam-viec/so/:register/:entry/rut', withdrawEntry(app));
    router.post('/lam-viec/so/:register/:entry/duyet', approveEntry(app));
    router.get('/lam-viec/so/:register/:entry/tep/:sha256', evidenceFile(app));

    router.get('/lam-viec/so-lieu/chot-ky', closingPage(app));
    router.post('/lam-viec/so-lieu/chot-ky', closeFigures(app));
    router.get('/lam-viec/so-lieu/chot-ky/noi-dung.json', closedContent(app));
    router.get('/lam-viec/so-lieu/:id', casesBehindPage(app));

    router.get('/lam-viec/dong-nghiep', handWorkOverPage(app));
    router.post('/lam-viec/dong-nghiep', handWorkOver(app));

    router.get('/lam-viec/tin-bao', toldPage(app));
    router.post('/lam-viec/tin-bao', chooseMail(app));
    router.get('/lam-viec/thong-bao', failedNoticesPage(app));
    router.get('/lam-viec/thong-bao/mau', noticeSamplesPage(app));
    router.get('/lam-viec/thong-bao/mau/:template', noticeSampleMail(app));
    router.post('/lam-viec/thong-bao/:id/gui-lai', tryAgain(app));
    router.get('/lam-viec/uy-quyen', delegationsPage(app));
    router.post('/lam-viec/uy-quyen', grantDelegation(app));
    router.get('/lam-viec/uy-quyen/:id/thu-hoi', revokePage(app));
    router.post('/lam-viec/uy-quyen/:id/thu-hoi', revokeDelegation(app));

    router.get('/lam-viec/thu-phi', duesDeskPage(app));
    router.post('/lam-viec/thu-phi', actAtDuesDesk(app));
    router.get('/lam-viec/thu-phi/tien-ve/:money', incomingMoneyPage(app));
    router.get('/lam-viec/thu-phi/quyet-toan', settlementPage(app));
    router.post('/lam-viec/thu-phi/quyet-toan', signSettlement(app));
    router.get('/lam-viec/thu-phi/doi-soat', reconciliationPage(app));
    router.post('/lam-viec/thu-phi/doi-soat', reconcileNow(app));

    router.get('/lam-viec/tiep-nhan', intakePage(app));
    router.post('/lam-viec/tiep-nhan', receiveAtDesk(app));
    router.get('/lam-viec/tiep-nhan/xong/:caseId', intakeDonePage(app));

    router.get('/lam-viec/quay', counterPage(app));
    router.post('/lam-viec/quay', workAtCounter(app));
    router.get('/lam-viec/quay/thiet-bi', devicesPage(app, options));
    router.post('/lam-viec/quay/thiet-bi', enrolDevice(app, options));
    router.post('/lam-viec/quay/thiet-bi/thu-hoi', revokeDevice(app));
    router.get('/lam-viec/danh-gia', scoresPage(app));

    router.get('/lam-viec/xac-thuc', proveIdentityPage(app));
    router.post('/lam-viec/xac-thuc', proveIdentity(app));

    router.get('/lam-viec/nhiem-vu', taskListPage(app));
    router.get('/lam-viec/nhiem-vu/giao', giveTasksPage(app));
    router.post('/lam-viec/nhiem-vu/giao', giveTasks(app));

    router.get('/lam-viec/nhiem-vu/dinh-ky', dutiesPage(app));
    router.post('/lam-viec/nhiem-vu/dinh-ky', recordDuty(app));
    router.post('/lam-viec/nhiem-vu/dinh-ky/qua-han', changeRaising(app));
    router.get('/lam-viec/nhiem-vu/cong-khai', publishTasksPage(app));
    router.post('/lam-viec/nhiem-vu/cong-khai', publishTasks(app));
    router.get('/lam-viec/kiem-tra', inspectionListPage(app));
    router.get('/lam-viec/kiem-tra/moi', planInspectionPage(app));
    router.post('/lam-viec/kiem-tra/moi', planInspection(app));
    router.get('/lam-viec/don-doc', followUpPage(app));
    router.post('/lam-viec/don-doc', urgeChosen(app));
    router.post('/lam-viec/don-doc/:urging/:case', answerLetter(app));
    router.get('/lam-viec/ke-hoach', plansPage(app));
    router.get('/lam-viec/ke-hoach/:id', planPage(app));
    router.get('/lam-viec/lich', calendarPage(app));
    router.post('/lam-viec/lich', makeCalendar(app, options.publicUrl));

    router.get('/lam-viec/phan-anh/ghi', takeDownPage(app));
    router.post('/lam-viec/phan-anh/ghi', takeDown(app));
    router.get('/lam-viec/phan-anh/ra-soat', reviewsPage(app));
    router.post('/lam-viec/phan-anh/ra-soat', decideReview(app));

    router.get('/lam-viec/bao-cao', reportListPage(app));
    router.get('/lam-viec/bao-cao/mo', openPeriodPage(app));
    router.post('/lam-viec/bao-cao/mo', openPeriod(app));
    router.get('/lam-viec/bao-cao/phieu/:caseId', sheetPage(app));
    router.get('/lam-viec/bao-cao/phieu/:caseId/bieu.xlsx', unitForms(app));
    router.post('/lam-viec/bao-cao/phieu/:caseId', saveSheet(app));
    router.get('/lam-viec/bao-cao/:caseId', textPage(app));
    router.get('/lam-viec/bao-cao/:caseId/du-thao', draftPage(app));
    router.get('/lam-viec/bao-cao/:caseId/du-thao.docx', draftFile(app, 'docx'));
    router.get('/lam-viec/bao-cao/:caseId/du-thao.pdf', draftFile(app, 'pdf'));
    router.get('/lam-viec/bao-cao/:caseId/bieu.xlsx', draftFile(app, 'xlsx'));
    router.get('/lam-viec/bao-cao/:caseId/to-trinh.docx', letterFile(app, 'docx'));
    router.get('/lam-viec/bao-cao/:caseId/to-trinh.pdf', letterFile(app, 'pdf'));
    router.get('/lam-viec/bao-cao/:caseId/doan/:block', blockPage(app));
    router.post('/lam-viec/bao-cao/:caseId/sua', changeReportText(app));
    router.get('/lam-viec/viec/:caseId/ask-opinions', askOpinionsPage(app));
    router.post('/lam-viec/viec/:caseId/ask-opinions', askOpinions(app));

    router.get('/lam-viec/chi-so', roundListPage(app));
    router.get('/lam-viec/chi-so/mo', openRoundPage(app));
    router.post('/lam-viec/chi-so/mo', openRound(app));
    router.get('/lam-viec/chi-so/dot/:caseId', rankingPage(app));
    router.get('/lam-viec/chi-so/phieu/:caseId', roundSheetPage(app));
    router.get('/lam-viec/chi-so/phieu/:caseId/tham-dinh', appraisePage(app));
    router.post('/lam-viec/chi-so/phieu/:caseId/tham-dinh', appraiseSheet(app));
    router.get('/lam-viec/chi-so/phieu/:caseId/tu-cham/:criterion', scoreCriterionPage(app));
    router.post('/lam-viec/chi-so/phieu/:caseId/tu-cham/:criterion', scoreCriterion(app));
    router.get('/lam-viec/chi-so/phieu/:caseId/tep/:id', scoreFile(app));
    // scored and appraised on the sheet itself, not on a form of its own
    for (const move of ['score-criterion', 'appraise-sheet'] as const)
      router.get(`/lam-viec/viec/:caseId/${move}`, toSheet(app, move));

    router.get('/lam-viec/viec/:caseId', plainCasePage(app));
    router.get('/lam-viec/viec/:caseId/tep/:id', caseFile(app));
    router.get('/lam-viec/viec/:caseId/:move', plainMovePage(app));
    router.post('/lam-viec/viec/:caseId/:move', makePlainMove(app));

    router.get('/lam-viec/ho-so/:caseId', casePage(app));
    router.post('/lam-viec/ho-so/:caseId/ly-do-xem', giveReadingReason(app));
    router.post('/lam-viec/ho-so/:caseId/phieu/:form', printSlip(app));
    router.get('/lam-viec/ho-so/:caseId/ban-in/:print', printedSlip(app));
    router.get('/lam-viec/ho-so/:caseId/giay-to/:paperId', paperFile(app));
    router.post('/lam-viec/ho-so/:caseId/giay-to/:paperId/so-hoa', signOffPaper(app));
    router.get('/lam-viec/ho-so/:caseId/ket-qua', resultPage(app));
    router.post('/lam-viec/ho-so/:caseId/ket-qua', changeResult(app));
    router.get('/lam-viec/ho-so/:caseId/ket-qua.pdf', resultPdf(app));
    for (const move of ['collect-dues', 'reduce-dues', 'refund-dues'] as const) {
      router.get(`/lam-viec/ho-so/:caseId/${move}`, duesMovePage(app, move));
      router.post(`/lam-viec/ho-so/:caseId/${move}`, makeDuesMove(app, move));
    }
    router.get('/lam-viec/ho-so/:caseId/bien-lai/:paper', casePaper(app));
    router.get('/lam-viec/ho-so/:caseId/phieu-danh-gia.pdf', feedbackSlip(app));
    router.get('/lam-viec/ho-so/:caseId/:move', movePage(app));
    router.post('/lam-viec/ho-so/:caseId/:move', makeMove(app));
  };
