import { findCase } from '#case-engine/case-store.ts';
import type { MoveRequest } from '#case-engine/make-move.ts';
import type { CommandCall } from '#case-engine/record-entries.ts';
import { caseRefusals } from '#case-engine/refusals.ts';
import { type Actor, isWithin } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { dueMoment } from '#case-engine/rules/clock.ts';
import { countQueues, listWork, type WorkListQuery } from '#case-engine/work-list.ts';
import { sha256 } from '#kernel/hash.ts';
import { kernelRefusals } from '#kernel/refusals.ts';
import { accepted, type RefusalCatalogue, refused } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import * as desk from '#modules/desk/index.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as dues from '#modules/dues/index.ts';
import * as feedback from '#modules/feedback/index.ts';
import * as figures from '#modules/figures/index.ts';
import * as followUp from '#modules/follow-up/index.ts';
import * as indices from '#modules/indices/index.ts';
import * as inspections from '#modules/inspections/index.ts';
import * as notices from '#modules/notices/index.ts';
import * as organisation from '#modules/organisation/index.ts';
import { cityIn } from '#modules/organisation/index.ts';
import * as papers from '#modules/papers/index.ts';
import * as people from '#modules/people/index.ts';
import * as procedures from '#modules/procedures/index.ts';
import * as registers from '#modules/registers/index.ts';
import * as reports from '#modules/reports/index.ts';
import * as signatures from '#modules/signatures/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/connection.ts';
import { fileRefusals } from '#platform/file-refusals.ts';
import type { FileStore } from '#platform/file-store.ts';
import { normaliseSecretCode } from '#platform/random.ts';
import { spreadsheetRefusals } from '#platform/spreadsheet/spreadsheet-refusals.ts';
import { wordRefusals } from '#platform/word/word-refusals.ts';
import { surfaceRefusals } from './surface-refusals.ts';

/** Every published refusal of the system: its code, its sentence in both languages, its HTTP status. */
export const refusalCatalogue: RefusalCatalogue = {
  ...kernelRefusals,
  ...caseRefusals,
  ...organisation.organisationRefusals,
  ...people.peopleRefusals,
  ...procedures.procedureRefusals,
  ...dues.duesRefusals,
  ...papers.paperRefusals,
  ...notices.noticeRefusals,
  ...signatures.signatureRefusals,
  ...dossiers.dossierRefusals,
  ...feedback.feedbackRefusals,
  ...figures.figureRefusals,
  ...registers.registerRefusals,
  ...indices.indexRefusals,
  ...tasks.taskRefusals,
  ...inspections.inspectionRefusals,
  ...followUp.followUpRefusals,
  ...reports.reportRefusals,
  ...reports.reportingRefusals,
  ...desk.deskRefusals,
  ...fileRefusals,
  ...spreadsheetRefusals,
  ...wordRefusals,
  ...surfaceRefusals,
};

/** A question of figures as a surface puts it. */
export interface FiguresAsked extends Omit<figures.FigureQuestion, 'unitId' | 'asOf'> {
  readonly unitId?: string | undefined;
  readonly asOf?: Temporal.Instant | undefined;
}
/** Everything people work on, in one list. */
const workKinds = [
  ...dossiers.dossierKinds,
  feedback.feedbackKind,
  ...tasks.taskKinds,
  inspections.inspectionKind,
  ...indices.roundKinds,
  ...reports.reportingKinds,
].map(({ kind }) => kind);

/** Calendar, hours and units change by decision; what was read is used for this long before it is read again. */
/** Where officers find a case. */
const officerPath = (kind: string, caseId: string): string =>
  dossiers.dossierKindIfKnown(kind) ? `/lam-viec/ho-so/${caseId}` : `/lam-viec/viec/${caseId}`;

const groundKeptFor = Temporal.Duration.from({ seconds: 30 });

/**
 * All that a surface may ask for. A surface parses, asks, shows; it decides nothing, and it reaches the city only through here.
 */
export function createApp(parts: {
  readonly db: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  /** The origin that people's browsers see, for addresses printed on paper. */
  readonly publicUrl?: string | undefined;
  /** Who scans files before they are kept. */
  readonly scanning?: papers.Scanning | undefined;
  /** The origin of its own from which papers go out. */
  readonly papersUrl?: string | undefined;
  /** By which notices leave the house; without any they stay in the pages. */
  readonly channels?: notices.NoticeChannels;
  /** Who signs results; without one they are entered into the register and wait. */
  readonly signer?: signatures.Signer | undefined;
  /** Online payment; without one it is not offered. */
  readonly gateway?: dues.PaymentGateway | undefined;
  /** Whom the check of a signed file trusts. */
  readonly roots?: signatures.TrustedRoots;
  /** The registers of this installation; those that come with the program when not given. */
  readonly registerCatalogue?: registers.RegisterCatalogue;
}) {
  const { db, clock, publicUrl, papersUrl, channels = {}, signer, gateway, roots = [] } = parts;
  const catalogue = parts.registerCatalogue ?? registers.shippedRegisters();
  const files = papers.keptFiles(db, parts.files, parts.scanning);
  const openChannels = notices.openChannels(channels);
  const now = () => clock.now();
  const today = () => localDay(now());

  let kept: { readonly ground: Promise<organisation.CityGround>; readonly until: Temporal.Instant } | undefined;
  const ground = (): Promise<organisation.CityGround> => {
    const moment = now();
    if (!kept || Temporal.Instant.compare(moment, kept.until) > 0) {
      kept = { ground: organisation.getCityGround(db), until: moment.add(groundKeptFor) };
      kept.ground.catch(() => {
        kept = undefined;
      });
    }
    return kept.ground;
  };
  let keptPolicy: { readonly policy: Promise<tasks.TaskPolicy>; readonly until: Temporal.Instant } | undefined;
  const taskPolicy = (): Promise<tasks.TaskPolicy> => {
    const moment = now();
    if (!keptPolicy || Temporal.Instant.compare(moment, keptPolicy.until) > 0) {
      keptPolicy = { policy: tasks.getTaskPolicy(db, today()), until: moment.add(groundKeptFor) };
      keptPolicy.policy.catch(() => {
        keptPolicy = undefined;
      });
    }
    return keptPolicy.policy;
  };
  /** Now, and until when a dossier is due soon: to the end of the second working day from now. */
  const moments = async () => {
    const { calendar, hoursOf, tree } = await ground();
    const limit = { amount: 2, unit: 'working-day' } as const;
    const soon = dueMoment({ receivedAt: toLocal(now()), limit, calendar, hours: hoursOf(cityIn(tree).id) });
    return { now: now(), soonUntil: soon.ok ? toInstant(soon.value) : now().add({ hours: 48 }) };
  };
  const telling = async (): Promise<feedback.FeedbackGround> => ({
    ground: await ground(),
    channels: openChannels,
    files,
    secretOf: async (reporterId) => feedback.reporterSecret(await installationKey, reporterId),
  });
  /** A move of a kind that is data alone. */
  const moveByData = async (actor: Actor, request: MoveRequest, call?: CommandCall) => {
    const key = await installationKey;
    const uploadOf = (ticket: string) => dossiers.readPaperTicket(key, ticket);
    const answer = async () => feedback.makeFeedbackMove(db, await telling(), actor, request, now(), call);
    // a move that only feedback knows is asked of feedback at once: the case is read one time less
    const ofFeedback = feedback.isFeedbackMove(request.move) && !tasks.isTaskMove(request.move);
    const first = ofFeedback ? await answer() : undefined;
    if (first && (first.ok || first.refusal.code !== 'case-not-found')) return first;
    const made = await tasks.makeTaskMove(db, await ground(), actor, request, now(), call, uploadOf);
    if (made.ok || made.refusal.code !== 'case-not-found') return made;
    const answered = first ?? (await answer());
    if (answered.ok || answered.refusal.code !== 'case-not-found') return answered;
    const inspected = await inspections.makeInspectionMove(db, await ground(), actor, request, now(), call);
    if (inspected.ok || inspected.refusal.code !== 'case-not-found') return inspected;
    const scored = await indices.makeRoundMove(await indexGround(), actor, request, call);
    if (scored.ok || scored.refusal.code !== 'case-not-found') return scored;
    const reported = await reports.makeReportMove(db, await reporting(), actor, request, now(), call, uploadOf);
    if (reported.ok && request.move === 'sign-report') await signReports();
    return reported;
  };
  /**
   * Whoever follows up for an agency urges all that is held below it, of any kind: to the rule of a kind they are what the
   * controller is to the city. Elsewhere their own posts decide.
   */
  const asFollower = async (actor: Actor, caseId: string): Promise<Actor> => {
    const [state, { tree }, policy] = await Promise.all([findCase(db, caseId), ground(), taskPolicy()]);
    const path = tree.get(state?.holder?.unitId ?? '')?.path;
    for (const [agencyId, post] of tasks.agenciesGivenFor(actor, policy, now())) {
      const above = tree.get(agencyId)?.path;
      if (path && above && isWithin(path, above))
        return { ...actor, posts: [...actor.posts, { ...post, role: 'procedure-controller' }] };
    }
    return actor;
  };
  const kindsAsked = (kind: string | undefined) => (kind && workKinds.includes(kind) ? [kind] : workKinds);
  const signResults = async (which: Parameters<typeof signatures.signResults>[2]): Promise<number> =>
    signer ? signatures.signResults(db, { files, signer, tree: (await ground()).tree, publicUrl }, which, now()) : 0;
  /** Codes of procedures and fields that an agency decides on: what its head may give to others. */
  const powersOf = async (unitId: string): Promise<readonly procedures.ProcedureInForce[]> => {
    const unit = (await ground()).tree.get(unitId);
    return unit ? procedures.searchProcedures(db, { receiver: { id: unit.id, tier: unit.tier } }, today()) : [];
  };
  /** A result that is revoked or corrected is no longer offered among the papers kept for its owner. */
  const endingKept = async <Done extends { readonly ok: boolean }>(
    code: string,
    reason: string,
    end: () => Promise<Done>,
  ): Promise<Done> => {
    const before = await signatures.findResultByCode(db, code, now());
    const done = await end();
    for (const { file } of done.ok ? (before?.versions ?? []) : [])
      if (file) await papers.endKeptResult(db, file, reason, now());
    return done;
  };
  /** What registers feed the figures, of those they are asked for. */
  const registerFeed: figures.FigureFeed = {
    answer: async ({ figureIds, unitId, from, to, asOf }) => {
      const fed = registers.registerFigureFeeds(catalogue);
      const ids = figureIds.filter((id) => fed.has(id));
      const asked = { figureIds: ids, unitIds: [unitId], from, to, asOf };
      const answers = await registers.askRegisterFigures(db, asked, catalogue);
      return new Map(answers.map(({ figureId, value, outOf }) => [figureId, { value, outOf }]));
    },
  };
  /** How many parts of reports were asked for and sent on time. */
  const reportFeed: figures.FigureFeed = {
    answer: async ({ figureIds, unitId, from, to, asOf }) => {
      if (!figureIds.some((id) => id.startsWith('reports.'))) return new Map();
      const { path = '' } = (await ground()).tree.get(unitId) ?? {};
      const { asked, onTime } = await reports.countReporting(db, { from, until: to }, path, asOf);
      return new Map([
        ['reports.asked', { value: asked, outOf: null }],
        ['reports.on_time', { value: onTime, outOf: null }],
      ]);
    },
  };
  /** What indices are scored from: everything but their own scores. */
  const indexGround = async (): Promise<figures.FigureGround> => ({
    db,
    city: await ground(),
    feeds: [registerFeed, reportFeed],
    now: now(),
  });
  const figureGround = async (): Promise<figures.FigureGround> => {
    const counted = await indexGround();
    return { ...counted, feeds: [...counted.feeds, indices.indexFeed(counted)] };
  };
  /** The city when no unit is named, now when no moment is. */
  const wholeQuestion = async <Asked extends Pick<FiguresAsked, 'unitId' | 'asOf'>>(asked: Asked) => {
    const city = [...(await ground()).tree.values()].find(({ parentId }) => parentId === null);
    return { ...asked, unitId: asked.unitId ?? city?.id ?? '', asOf: asked.asOf ?? now() };
  };
  const askFigures = async (question: FiguresAsked) => {
    // the question first: its moment must not lie after the present that it is checked against
    const asked = await wholeQuestion(question);
    return figures.askFigures(await figureGround(), asked);
  };
  const reporting = async () => ({ city: await ground(), ask: askFigures });
  const signReports = async (): Promise<number> =>
    signer ? reports.makeReportFiles(db, { files, signer, tree: (await ground()).tree }, now()) : 0;
  /** Who tells of money that came through the gateway. */
  const gatewayActor: Actor = { kind: 'system', accountId: null, name: gateway?.title ?? '', posts: [] };
  const settleOrder = async (orderId: string) =>
    dossiers.settleGatewayOrder(db, await ground(), gatewayActor, orderId, now());
  /** Asks the gateway what became of an order, takes it down and pays with it. */
  const askGateway = async (orderId: string): Promise<void> => {
    const told = await gateway?.query(orderId);
    if (!gateway || !told?.ok) return;
    for (const event of told.value) await dues.hearGateway(db, gateway.name, event, 'query', now());
    await settleOrder(orderId);
  };
  const installationKey = dossiers.getInstallationKey(db);
  installationKey.catch(() => undefined);
  const installation = async () => ({ key: await installationKey, publicUrl });

  return {
    now,
    today,
    files,
    ground,
    people: {
      /** @param replaces the session the browser had, which ends now */
      signIn: (name: string, password: string, address: string, replaces?: string) =>
        people.signIn(db, { name, password, address, ...(replaces ? { replaces } : {}) }, now()),
      changePassword: (change: people.PasswordChange) => people.changePassword(db, change, now()),
      signOut: (token: string) => people.signOut(db, token),
      /** The actor behind a session cookie or bearer token; undefined when it is unknown or over. */
      findActorBySession: (token: string) => people.findActorBySession(db, token, now()),
      /** A bearer token for whoever signs in: other systems and officers' tools. */
      issueToken: (accountId: string, label: string) => people.issueAccessToken(db, { accountId, label }, now()),
      findActorByToken: (token: string) => people.findActorByToken(db, token, now()),
      registerCitizen: (input: people.CitizenRegistration) => people.registerCitizen(db, input, now()),
      personalFacts: (accountId: string) => people.findPersonalFacts(db, accountId),
      listColleagues: (unitId: string, role: Actor['posts'][number]['role']) =>
        people.listColleagues(db, unitId, role, now()),
      /** An officer of a desk has the person and their card before them. */
      proveIdentity: (actor: Actor, seen: people.IdentitySeen) => people.proveIdentity(db, actor, seen, now()),
      logReading: (accountId: string, caseId: string, reason: string) =>
        people.logReading(db, { accountId, caseId, reason }, now()),
    },
    procedures: {
      search: (query: procedures.ProcedureSearch) => procedures.searchProcedures(db, query, today()),
      inForce: (code: string) => procedures.getProcedureInForce(db, code, today()),
      version: (id: number) => procedures.getProcedureVersion(db, id),
      formSchema: procedures.formSchema,
      facets: () => procedures.countFacets(db, today()),
    },
    units: {
      search: (words: string, kinds?: readonly organisation.UnitKind[]) =>
        organisation.searchUnits(db, words, today(), kinds ? { kinds } : {}),
      children: (parentId: string) => organisation.listChildren(db, parentId, today()),
    },
    drafts: {
      start: (procedureVersionId: number, accountId: string | null) =>
        dossiers.startDraft(db, procedureVersionId, accountId, now()),
      find: (draftId: string, token: string | undefined, accountId: string | null) =>
        dossiers.findDraft(db, draftId, token, accountId),
      save: (draftId: string, change: Parameters<typeof dossiers.saveDraft>[2]) =>
        dossiers.saveDraft(db, draftId, change, now()),
      list: (accountId: string) => dossiers.listDrafts(db, accountId),
    },
    papers: {
      /** Where papers go out, when not from the origin of the pages. */
      url: papersUrl,
      /** What is kept for whoever is signed in, with the consents given and everybody who looked. */
      own: async (accountId: string) => {
        const owner = await papers.findPaperOwner(db, accountId);
        const kept = await papers.listKeptPapers(db, owner);
        const keptPaperIds = kept.map(({ id }) => id);
        const [consents, looks] = await Promise.all([
          papers.listConsents(db, { keptPaperIds }),
          papers.listAccess(db, keptPaperIds),
        ]);
        return { kept, consents, looks, isProven: owner.personalId !== null };
      },
      /** Papers of theirs that can be handed in again today. */
      usable: async (accountId: string) => {
        const kept = await papers.listKeptPapers(db, await papers.findPaperOwner(db, accountId));
        return kept.filter((paper) => papers.isUsableOn(paper, today()));
      },
      findOwn: async (accountId: string, id: string) =>
        papers.findKeptPaper(db, await papers.findPaperOwner(db, accountId), id),
      withdrawConsent: (accountId: string, consentId: string) =>
        papers.withdrawConsent(db, accountId, consentId, now()),
      /** An officer of a desk, with the person's consent or by law; written down for the person. */
      look: (actor: Actor, look: papers.VaultLook) => papers.lookIntoVault(db, actor, look, now()),
      /** A result issued, or a paper handed in, for its owner to use again. */
      keep: (paper: papers.PaperKept) => papers.keepPaper(db, paper),
      /** A kept result that was revoked or replaced is no longer offered. */
      end: (id: string, reason: string) => papers.endKeptPaper(db, id, reason, now()),
      writeLink: async (paper: papers.LinkedPaper) => papers.writePaperLink(await installationKey, paper, clock.now()),
      readLink: async (link: string) => papers.readPaperLink(await installationKey, link, clock.now()),
    },
    dossiers: {
      /** Online or by another system: the dossier waits for the desk. */
      submit: async (actor: Actor, submission: dossiers.DossierSubmission, key?: CommandCall['key']) =>
        dossiers.submitDossier(db, await ground(), actor, submission, now(), key),
      /** At the desk or by post: entered and accepted in one act. */
      receive: async (
        actor: Actor,
        submission: dossiers.DossierSubmission,
        key?: CommandCall['key'],
        handedOverAt?: Temporal.Instant,
      ) => dossiers.receiveDossier(db, await ground(), actor, submission, now(), key, handedOverAt),
      accept: async (actor: Actor, caseId: string, call?: CommandCall) =>
        dossiers.acceptDossier(db, await ground(), actor, caseId, now(), call),
      /** Every other move, by its name. */
      move: async (actor: Actor, request: Parameters<typeof dossiers.makeDossierMove>[3], call?: CommandCall) => {
        const made = await dossiers.makeDossierMove(db, await ground(), actor, request, now(), call);
        // the decision stands already: a signing service that is down leaves the result waiting
        if (made.ok && request.move === 'sign') await signResults({ caseId: request.caseId });
        if (made.ok && made.value.state === 'returned') await dossiers.keepResult(db, request.caseId, now());
        return made;
      },
      /** In which form this person would sign the dossier now, or why not. */
      signingPower: async (actor: Actor, page: dossiers.DossierPage) =>
        dossiers.signingPower(
          db,
          await ground(),
          actor,
          page.state,
          { dossier: page.dossier, definition: page.procedure.definition },
          now(),
        ),
      /** Everything of a dossier, for someone with a right to it; undefined otherwise. */
      page: async (actor: Actor, caseId: string) => dossiers.findDossierPage(db, await ground(), actor, caseId, now()),
      /** Code and secret as typed: what anyone may see who has both. */
      track: async (typedCode: string, typedSecret: string) =>
        dossiers.findDossierForTracking(db, await installationKey, typedCode, typedSecret),
      /** The secret printed on the receipt. */
      secretOf: async (caseId: string) => dossiers.trackingSecret(await installationKey, caseId),
      /** A form of TT 01/2018 as a PDF, for someone with a right to it: the owner's copy, or a print that is recorded. */
      slip: async (actor: Actor, caseId: string, wanted: dossiers.SlipWanted) =>
        dossiers.getSlip(db, await ground(), actor, caseId, wanted, now(), await installation()),
      /** An officer prints a form: recorded first, then shown by the id of the print. */
      printSlip: async (actor: Actor, caseId: string, wanted: dossiers.SlipWanted) =>
        dossiers.printSlip(db, await ground(), actor, caseId, wanted, now()),
      printedSlip: async (actor: Actor, caseId: string, printId: string) =>
        dossiers.findPrintedSlip(db, await ground(), actor, caseId, printId, now(), await installation()),
      /** Who printed which form of a dossier when, for someone who was shown the dossier. */
      slipPrints: (caseId: string) => dossiers.listSlipPrints(db, caseId),
      /** The register (form 06) of an agency and a period. */
      register: async (actor: Actor, query: dossiers.RegisterQuery, part: { skip: number; limit: number }) =>
        dossiers.findRegister(db, await ground(), actor, query, now(), part),
      registerAgencies: async (actor: Actor) => dossiers.registerAgencies(actor, await ground(), now()),
      registerLines: async (actor: Actor, query: dossiers.RegisterQuery) =>
        dossiers.eachRegisterLine(db, await ground(), actor, query, now()),
      printRegister: async (actor: Actor, query: dossiers.RegisterQuery, volume: number) =>
        dossiers.printRegister(db, await ground(), actor, query, volume, now()),
      printedRegister: async (actor: Actor, printId: string) =>
        dossiers.findPrintedRegister(db, await ground(), actor, printId, now()),
      /** For a file kept in the store: what the API answers an upload with. */
      writePaperTicket: async (file: Parameters<typeof dossiers.writePaperTicket>[1]) =>
        dossiers.writePaperTicket(await installationKey, file),
      readPaperTicket: async (ticket: string) => dossiers.readPaperTicket(await installationKey, ticket),
      /** The case that a part of a dossier is, by its place: `appraise/planning`. */
      partId: dossiers.partId,
      list: async (query: Omit<dossiers.DossierListQuery, 'now' | 'soonUntil'>) =>
        dossiers.listDossiers(db, { ...query, ...(await moments()) }),
      /** Since the first day of this month. */
      monthFigures: () => dossiers.countCityFigures(db, toInstant(today().with({ day: 1 }).toPlainDateTime()), now()),
      listOwn: (accountId: string) => dossiers.listOwnDossiers(db, accountId),
      /** A paper for someone with a right to the dossier; the look is written down for its owner. */
      openPaper: async (actor: Actor, wanted: dossiers.PaperWanted) =>
        dossiers.openDossierPaper(db, await ground(), actor, wanted, now()),
      /** An officer signs off that an electronic copy says what the paper says. */
      digitise: async (actor: Actor, wish: Parameters<typeof dossiers.digitisePaper>[3]) =>
        dossiers.digitisePaper(db, await ground(), actor, wish, now()),
    },
    figures: {
      /** Every figure with its definition, in the order of lists. */
      catalogue: figures.figureCatalogue,
      /**
       * Figures of a unit (the whole city when none is named) and a period, as of a moment (now when none is named), broken
       * down by units, fields, months…: all counted in one scan, with every identity that does not hold.
       */
      ask: askFigures,
      /** The cases a figure counted, for officers whose posts oversee the unit. */
      casesBehind: async (
        actor: Actor,
        question: Omit<figures.CasesQuestion, 'unitId' | 'asOf'> & Pick<FiguresAsked, 'unitId' | 'asOf'>,
        page: Parameters<typeof figures.listCasesBehind>[3],
      ) => {
        const asked = await wholeQuestion(question);
        return figures.listCasesBehind(await figureGround(), actor, asked, page);
      },
      /** The entries of a register behind a figure; of a register that is not public, for officers who oversee the unit. */
      entriesBehind: async (
        actor: Actor,
        question: Pick<figures.CasesQuestion, 'id' | 'from' | 'to'> & Pick<FiguresAsked, 'unitId' | 'asOf'>,
        page: Parameters<typeof registers.entriesBehind>[3],
      ) => {
        const { id, unitId, ...period } = await wholeQuestion(question);
        const feed = registers.registerFigureFeeds(catalogue).get(id);
        const unit = (await ground()).tree.get(unitId);
        if (!feed) return refused('figure-has-no-entries', { id });
        if (!unit) return refused('figure-unit-unknown', { unit: unitId }, 'unit');
        if (!catalogue.get(feed.registerId)?.public && !figures.mayListCases(actor, unit.path, now()))
          return refused('figure-cases-not-yours');
        return accepted(await registers.entriesBehind(db, id, { unitIds: [unitId], ...period }, page, catalogue));
      },
      /** Closes a period for good; closed again it is a restatement with a reason. */
      close: async (actor: Actor & { readonly accountId: string }, wish: figures.ClosingWish) =>
        figures.closePeriod(await figureGround(), actor, wish),
      closings: async (period: Omit<figures.ClosingWish, 'reason' | 'unitId'> & Pick<FiguresAsked, 'unitId'>) =>
        figures.listClosings({ db }, await wholeQuestion(period)),
      closedPeriods: (unitId: string) => figures.listClosedPeriods(db, unitId, 50),
    },
    indices: {
      frames: indices.shippedFrames(),
      /** Every unit's score and place in a frame that is computed, as of a moment (now when none is named). */
      compute: async (question: Omit<indices.IndexQuestion, 'asOf'> & Partial<Pick<indices.IndexQuestion, 'asOf'>>) => {
        const asked = { ...question, asOf: question.asOf ?? now() };
        return indices.computeIndex(await indexGround(), asked);
      },
      csv: async (answer: Parameters<typeof indices.writeScoresCsv>[0]) =>
        indices.writeScoresCsv(answer, await ground()),
      /** The indices whose rounds someone opens. */
      framesOf: (actor: Actor) => indices.framesOf(actor, now()),
      proposedDays: async (frame: Parameters<typeof indices.proposedDays>[1]) =>
        indices.proposedDays(await ground(), frame, today()),
      openRound: async (actor: Actor, wish: indices.RoundWish, key?: CommandCall['key']) =>
        indices.openRound(await indexGround(), actor, wish, key),
      rounds: () => indices.listRounds(db, now()),
      ownSheets: (unitIds: readonly string[]) => indices.listOwnSheets(db, unitIds),
      scoreFile: (sheetId: string, id: string) => indices.findScoreFile(db, sheetId, id),
      publishedRounds: () => indices.listPublishedRounds(db),
      publishedRound: (code: string) => indices.findPublishedRound(db, code),
      /** Places of agencies in the published round before this one, of the same index. */
      placesBefore: (caseId: string) => indices.findPlacesBefore(db, caseId),
      /** Scores of months that are over, as they were known when they ended. */
      keepMonths: async (wish: Parameters<typeof indices.keepMonths>[1]) =>
        indices.keepMonths(await indexGround(), wish),
      monthsOf: (frameId: string, unitId: string) => indices.listMonthsOf(db, frameId, unitId, 12),
      latestMonths: (unitIds: readonly string[]) => indices.listLatestMonths(db, unitIds),
      /** What happens because days pass: reminders, objections that are over, months that have ended. */
      passTime: async () => {
        const passed = await indices.passRoundTime(db, await ground(), now());
        await indices.keepMonths(await indexGround(), { back: 12, most: 2 });
        return passed;
      },
    },
    /** Work of every kind: what is listed together, and the kinds whose page and moves are made from their data alone. */
    work: {
      list: async (query: Omit<WorkListQuery, 'now' | 'soonUntil' | 'kinds'>) =>
        listWork(db, { ...query, kinds: workKinds, ...(await moments()) }),
      countQueues: async (query: Omit<WorkListQuery, 'now' | 'soonUntil' | 'kinds'>) =>
        countQueues(db, { ...query, kinds: workKinds, ...(await moments()) }),
      page: async (actor: Actor, caseId: string) =>
        (await tasks.findTaskPage(db, await ground(), actor, caseId, now())) ??
        (await feedback.findFeedbackPage(db, await ground(), actor, caseId, now())) ??
        (await inspections.findInspectionPage(db, await ground(), actor, caseId, now())) ??
        (await indices.findRoundCasePage(db, await ground(), actor, caseId, now())) ??
        reports.findReportCasePage(db, await ground(), actor, caseId, now()),
      move: moveByData,
    },
    tasks: {
      /** The agencies in whose name someone gives tasks. */
      agenciesOf: async (actor: Actor) => [...tasks.agenciesGivenFor(actor, await taskPolicy(), now()).keys()],
      assign: async (actor: Actor, wish: tasks.AssignmentWish, key?: CommandCall['key']) => {
        const strange = wish.tasks.findIndex(({ goal }) => goal && !figures.figureDefinition(goal.figureId));
        const { figureId = '' } = wish.tasks[strange]?.goal ?? {};
        if (strange >= 0) return refused('figure-unknown' as const, { id: figureId }, `tasks.${strange}.goalFigure`);
        return tasks.assignTasks(db, await ground(), actor, wish, now(), key, await taskPolicy());
      },
      /** How far a measure has come to its goal: its figure for the unit that leads, from the first of January to its day or today. */
      goalNow: async ({ goal, leadUnitId }: tasks.TaskFacts, dueAt: string | null) => {
        const unit = (await ground()).tree.get(leadUnitId);
        const agency = unit && organisation.agencyOf(unit, (await ground()).tree);
        const definition = goal && figures.figureDefinition(goal.figureId);
        if (!goal || !agency || !definition) return undefined;
        const due = dueAt ? localDay(Temporal.Instant.from(dueAt)) : today();
        const to = Temporal.PlainDate.compare(due, today()) < 0 ? due : today();
        const asked = { ids: [goal.figureId], unitId: agency.id, from: to.with({ month: 1, day: 1 }), to };
        const answer = await askFigures(asked);
        const value = answer.ok ? (answer.value.figures[0]?.value ?? null) : null;
        return {
          definition,
          value,
          atLeast: goal.atLeast,
          isReached: value !== null && figures.asNumber(value) >= goal.atLeast,
        };
      },
      list: (query: Omit<tasks.TaskListQuery, 'now'>) => tasks.listTasks(db, { ...query, now: now() }),
      count: (query: Omit<tasks.TaskListQuery, 'now' | 'show' | 'after'>) =>
        tasks.countTasks(db, { ...query, now: now() }),
      leadUnits: (agencyIds: readonly string[]) => tasks.listLeadUnits(db, agencyIds),
      /** The month as it would be published now. */
      previewMonth: async (month: string) => tasks.previewMonth(db, await ground(), month),
      publishMonth: async (actor: Actor, month: string) => tasks.publishMonth(db, await ground(), actor, month, now()),
      /** Documents with how far their tasks are: a plan and its measures. */
      plans: (agencyIds: readonly string[]) => tasks.listPlans(db, agencyIds, now()),
      measures: (sourceId: string, agencyIds: readonly string[]) => tasks.listMeasures(db, sourceId, agencyIds),
      duties: (agencyIds: readonly string[]) => tasks.listDutiesOf(db, agencyIds),
      recordDuty: async (actor: Actor & { readonly accountId: string }, wish: tasks.DutyWish) =>
        tasks.recordDuty(db, await ground(), actor, wish, now()),
      policy: taskPolicy,
      changeRaising: async (actor: Actor, raising: tasks.TaskPolicy['raising'], decision: string) =>
        tasks.changePolicy(db, await ground(), actor, raising, decision, now()),
      /** What happens because days pass: tasks of recurring duties, reminders, tasks that lateness raises. */
      passTime: async () => {
        const city = await ground();
        await tasks.makeRecurringTasks(db, city, now());
        await tasks.remindTasks(db, city, now());
        await tasks.raiseTasks(db, city, now());
      },
      publication: (month: string) => tasks.findPublication(db, month),
      publications: () => tasks.listPublications(db),
      makeCalendar: (accountId: string) => tasks.makeCalendarFeed(db, accountId, now()),
      calendar: (secret: string, linkOf: (kind: string, caseId: string) => string) =>
        tasks.readCalendarFeed(db, secret, linkOf, now()),
    },
    inspections: {
      checklists: inspections.checklists,
      open: async (actor: Actor, wish: inspections.InspectionWish, key?: CommandCall['key']) =>
        inspections.openInspection(db, await ground(), actor, wish, now(), key),
      list: (query: Parameters<typeof inspections.listInspections>[1]) => inspections.listInspections(db, query),
      listPublic: (after?: string) => inspections.listPublicInspections(db, now(), after),
      /** Concluded in a span: how many, of how many units, findings open, mended, late. */
      count: (span: Parameters<typeof inspections.countInspections>[1]) =>
        inspections.countInspections(db, span, now()),
    },
    followUp: {
      list: async (query: Omit<followUp.FollowUpQuery, 'now' | 'soonUntil' | 'kinds'> & { kind?: string }) =>
        followUp.listFollowUp(db, { ...query, kinds: kindsAsked(query.kind), ...(await moments()) }),
      count: async (query: Omit<followUp.FollowUpQuery, 'now' | 'soonUntil' | 'kinds'> & { kind?: string }) =>
        followUp.countFollowUp(db, { ...query, kinds: kindsAsked(query.kind), ...(await moments()) }),
      /** By one letter, the move `urge` of each case. */
      urge: (actor: Actor & { readonly accountId: string }, wish: followUp.UrgingWish) =>
        followUp.urgeCases(
          db,
          actor,
          wish,
          async (caseId, data, call) => {
            const request = { caseId, move: 'urge', data };
            const by = await asFollower(actor, caseId);
            const made = await dossiers.makeDossierMove(db, await ground(), by, request, now(), call);
            return !made.ok && made.refusal.code === 'case-not-found' ? moveByData(by, request, call) : made;
          },
          now(),
        ),
      answer: (actor: Actor, which: { readonly urgingId: string; readonly caseId: string }, answer: string) =>
        followUp.answerUrging(db, actor, which, answer, now()),
      toAnswer: (unitIds: readonly string[]) => followUp.listToAnswer(db, unitIds),
      letters: (agencyIds: readonly string[]) => followUp.listLetters(db, agencyIds),
      urgedUnits: (unitIds: readonly string[] | null, days: number) =>
        followUp.listUrgedUnits(db, unitIds, now().subtract({ hours: 24 * days })),
    },
    dues: {
      /** What people call the gateway; undefined when none is set up. */
      gatewayTitle: gateway?.title,
      /** A bill as its code shows it to anyone: what for, how much, how to pay. No names. */
      bill: async (code: string) => {
        const bill = dues.isBillCode(code) ? await dues.findBill(db, code) : undefined;
        if (!bill) return undefined;
        const [account, order] = await Promise.all([
          dues.findReceivingAccount(db, bill.agencyId),
          dues.findLastOrder(db, bill.id),
        ]);
        const orderState = order && dues.gatewayOrderState(await dues.listEvents(db, order.id)).state;
        const outstanding = dues.outstandingOf(bill);
        const qrText =
          account && outstanding > 0n
            ? dues.vietQr({
                bankBin: account.bankBin,
                accountNumber: account.accountNumber,
                amount: outstanding,
                text: bill.code,
              })
            : undefined;
        return { bill, outstanding, account, qrText, orderState };
      },
      ofCase: async (caseId: string) => ({
        bills: await dues.listBills(db, caseId),
        ledger: await dues.listLedger(db, caseId),
      }),
      /** Gives an order to the gateway; where the browser goes to pay. */
      order: (billCode: string, returnTo: string) => dues.orderPayment(db, gateway, billCode, returnTo, now()),
      /** The browser is back from the gateway: what it brings along is not believed, the gateway is asked. */
      cameBack: async (billCode: string) => {
        const bill = await dues.findBill(db, billCode);
        const order = bill && (await dues.findLastOrder(db, bill.id));
        if (order) await askGateway(order.id);
      },
      /** What the gateway tells of its own accord: signed, in any order, any number of times. */
      hear: async (body: string, headers: Readonly<Record<string, string | undefined>>) => {
        if (!gateway) return refused('gateway-not-set-up');
        const event = gateway.readCallback(body, headers, now());
        if (!event.ok) return event;
        const heard = await dues.hearGateway(db, gateway.name, event.value, 'callback', now());
        return heard.ok ? settleOrder(event.value.orderId) : heard;
      },
      /** Orders nobody told us about, and money that came in just before a stop: by the passing of time. */
      catchUp: async () => {
        const between = { since: now().subtract({ hours: 72 }), until: now().subtract({ minutes: 10 }) };
        for (const orderId of gateway ? await dues.listSilentOrders(db, between) : []) await askGateway(orderId);
        const bank: Actor = { kind: 'system', accountId: null, name: 'Sao kê ngân hàng', posts: [] };
        for (const incomingId of await dues.listUnapplied(db))
          await dossiers.payDues(db, await ground(), bank, { incomingId }, now());
      },
      collect: async (actor: Actor, request: Parameters<typeof dossiers.collectDues>[3], call?: CommandCall) =>
        dossiers.collectDues(db, await ground(), actor, request, now(), call),
      reduce: (actor: Actor, request: Parameters<typeof dossiers.reduceDues>[2], call?: CommandCall) =>
        dossiers.reduceDues(db, actor, request, now(), call),
      refund: (actor: Actor, request: dossiers.RefundRequest, call?: CommandCall) =>
        dossiers.refundDues(db, actor, request, now(), call),
      takeStatement: async (actor: Actor, wish: Parameters<typeof dossiers.importStatement>[3]) =>
        dossiers.importStatement(db, await ground(), actor, wish, now()),
      /** Money that waits: an officer says which bill it is for, or sends it back. */
      assign: async (actor: Actor, money: Parameters<typeof dossiers.payDues>[3]) =>
        dossiers.payDues(db, await ground(), actor, money, now()),
      returnMoney: (actor: Actor, request: Parameters<typeof dossiers.returnMoney>[2]) =>
        dossiers.returnMoney(db, actor, request, now()),
      /** What waits at the desk of an agency. */
      desk: async (agencyId: string, officerAccountId: string) => {
        const till = { officerAccountId, on: today() };
        const day = { from: toInstant(today().toPlainDateTime()), until: now().add({ seconds: 1 }) };
        const [outstanding, unsettled, tillNow, account, papersToday] = await Promise.all([
          dues.listOutstanding(db, agencyId, 100),
          dues.listUnsettled(db, agencyId),
          dues.findTill(db, till),
          dues.findReceivingAccount(db, agencyId),
          dues.listPapersBetween(db, agencyId, day),
        ]);
        return { outstanding, unsettled, till: tillNow, account, papersToday };
      },
      closeTill: (actor: Actor, wish: Parameters<typeof dues.closeTill>[2]) => dues.closeTill(db, actor, wish, now()),
      settlements: async (agencyId: string, quarter: dues.Quarter, payeeUnitIds: readonly string[]) => ({
        open: await dues.listOpenSettlements(db, agencyId, quarter),
        signed: await dues.listSettlements(db, agencyId, payeeUnitIds),
      }),
      settle: (actor: Actor, wish: Parameters<typeof dues.settleQuarter>[2]) =>
        dues.settleQuarter(db, actor, wish, now()),
      countersign: (actor: Actor, settlementId: string) => dues.countersignSettlement(db, actor, settlementId, now()),
      reconcile: (actor: Actor, wish: dues.ReconcileWish) => dues.reconcileLedger(db, gateway, actor, wish, now()),
      reconciliations: (agencyId: string) => dues.listReconciliations(db, agencyId),
      /** A receipt or refund slip as a PDF, for someone who may see its dossier. */
      paper: async (actor: Actor, paperId: string) => {
        const paper = await dues.findPaper(db, paperId);
        const city = await ground();
        const mayRead = paper && (await dossiers.findDossierPage(db, city, actor, paper.caseId, now()));
        if (!paper || !mayRead) return undefined;
        const unit = city.tree.get(paper.agencyId);
        const agencyName = unit ? organisation.agencyName(unit).vi : paper.agencyId;
        const pdf = await dues.duesPaperPdf(paper, {
          agencyName,
          publicUrl,
          printedAt: now(),
          cancelledBy: paper.cancelledBy,
        });
        return { pdf, fileName: `${dues.paperNumber(paper).replace('/', '-')}.pdf` };
      },
    },
    reports: {
      regimesOf: (actor: Actor) => reports.regimesOf(actor, now()),
      workingDayAfter: async (day: Temporal.PlainDate, count: number) =>
        reports.workingDayAfter(await ground(), day, count),
      open: async (actor: Actor, wish: reports.PeriodWish, key?: CommandCall['key']) =>
        reports.openPeriod(db, await ground(), actor, wish, now(), key),
      list: () => reports.listReports(db, now()),
      findByCode: (code: string) => reports.findReportByCode(db, code),
      ownParts: (unitIds: readonly string[]) => reports.listOwnParts(db, unitIds),
      /** The sheet of a unit's part: what is counted, what it is writing. */
      sheet: async (state: CaseState) => ({
        lines: await reports.gatherSheet(askFigures, state),
        typed: await reports.gatherTyped(db, state, (await ground()).tree.get(reports.requestFacts(state).unitId)),
        narratives: await reports.listNarratives(db, state.caseId),
      }),
      /** The forms of the regime filled in for the unit of a part. */
      unitForms: async (part: CaseState) => reports.draftUnitForms(await ground(), askFigures, part),
      saveNarratives: (caseId: string, sections: Parameters<typeof reports.saveNarratives>[2], by: string) =>
        reports.saveNarratives(db, caseId, sections, by, now()),
      /** A report as it is being written, with its figures as of its cut-off. */
      text: async (caseId: string) => reports.gatherText(db, await ground(), askFigures, caseId),
      /** The letter that submits a report, and its signed paper once there is one. */
      letter: async (caseId: string) => {
        const letter = await reports.gatherLetter(db, await ground(), askFigures, caseId);
        if (!letter.ok) return letter;
        const file = await reports.findReportFile(db, caseId, 'letter');
        return accepted({ document: letter.value.document, file });
      },
      changeText: async (actor: Actor & { readonly accountId: string }, wish: reports.TextWish) => {
        const text = await reports.gatherText(db, await ground(), askFigures, wish.caseId);
        if (!text.ok) return text;
        const { proposed, document, spans } = text.value;
        const seen = {
          proposals: new Map([...proposed.values()].flat().map((block) => [block.id, block])),
          ...reports.openPlaces(document),
        };
        const names = new Set(spans.map(({ name }) => name));
        return reports.changeText(db, await ground(), actor, wish, seen, names, now());
      },
      write: (format: reports.ReportFormat, document: reports.ReportDocument) =>
        reports.writeReport(format, document, now()),
      published: () => reports.listPublishedReports(db),
      /** A published report with everything that was frozen, the document made of it, and its restatements. */
      publication: async (code: string) => {
        const report = await reports.findPublishedReport(db, code);
        if (!report) return undefined;
        const [{ tree }, versions, file] = await Promise.all([
          ground(),
          reports.listFrozen(db, report.caseId),
          reports.findReportFile(db, report.caseId),
        ]);
        const [first, ...restatements] = versions;
        if (!first) return undefined;
        const signed = first.content as reports.FrozenReport;
        const document = reports.frozenDocument(signed, (id) => tree.has(id));
        return { report, signed, sha256: first.sha256, signedAt: first.frozenAt, document, restatements, file };
      },
      /** What is known otherwise now than when it was signed. */
      differencesNow: async (signed: reports.FrozenReport) =>
        reports.reportDifferences(signed.found, await reports.countAgain(askFigures, signed, now())),
      /** What happens because days pass: reminders, papers that wait for their signature. */
      passTime: async () => {
        await reports.remindReports(db, await ground(), now());
        await signReports();
      },
    },
    feedback: {
      fields: feedback.feedbackFields,
      policy: () => feedback.getFeedbackPolicy(db, today()),
      /** Photographs as they arrived, without what cameras write into them. */
      clean: (uploads: readonly feedback.PhotoUpload[]) => feedback.cleanPhotos(files, uploads),
      submit: async (actor: Actor, wish: feedback.FeedbackWish, key?: CommandCall['key']) =>
        feedback.submitFeedback(db, await telling(), actor, wish, now(), key),
      /** A mail to an agency's address for feedback, as it arrived. */
      receiveMail: async (actor: Actor, raw: Uint8Array, agencyId: string) =>
        feedback.receiveMail(db, await telling(), actor, { raw, agencyId }, now()),
      join: async (wish: feedback.JoinWish, call?: CommandCall) =>
        feedback.joinFeedback(db, await telling(), wish, now(), call),
      /** What was reported lately that may be the same. */
      duplicates: async (given: Parameters<typeof feedback.listDuplicates>[1]) => {
        const { duplicates } = await feedback.getFeedbackPolicy(db, today());
        return feedback.listDuplicates(db, given, duplicates, now());
      },
      list: (query: Omit<feedback.PublicListQuery, 'now'>) => feedback.listPublicFeedback(db, { ...query, now: now() }),
      countTabs: () => feedback.countPublicFeedback(db, now()),
      /** For figures: what was received in a span, as it stands now. */
      count: (span: Parameters<typeof feedback.countFeedback>[1]) => feedback.countFeedback(db, span, now()),
      item: (code: string) => feedback.findPublicFeedback(db, code),
      itemOf: (caseId: string) => feedback.findPublicFeedbackOf(db, caseId),
      photo: (code: string, fileId: string) => feedback.findPublicPhoto(db, code, fileId),
      /** What one who reported sees, by code and secret. */
      own: async (code: string, secret: string) =>
        feedback.findOwnFeedback(db, await installationKey, code, secret, now()),
      secretOf: async (reporterId: string) => feedback.reporterSecret(await installationKey, reporterId),
      /** A move of one who has shown the secret. */
      moveOwn: async (caseId: string, move: string, data: object, call?: CommandCall) =>
        feedback.makeFeedbackMove(
          db,
          await telling(),
          feedback.holderOfSecret(caseId),
          { caseId, move, data },
          now(),
          call,
        ),
      startDraft: (given: Readonly<Record<string, string>>) => feedback.startFeedbackDraft(db, given, now()),
      draft: (secret: string) => feedback.findFeedbackDraft(db, secret),
      saveDraft: (secret: string, change: Parameters<typeof feedback.saveFeedbackDraft>[2]) =>
        feedback.saveFeedbackDraft(db, secret, change),
      endDraft: (secret: string, reporterId: string) => feedback.endFeedbackDraft(db, secret, reporterId),
      reporter: (reporterId: string) => feedback.findReporter(db, reporterId),
      reviews: () => feedback.listReviews(db),
      decideReview: (
        actor: Actor & { readonly accountId: string },
        wish: Parameters<typeof feedback.decideReview>[2],
      ) => feedback.decideReview(db, actor, wish, now()),
      /** What happens because days pass: the ladder, answers that close, reviews proposed. */
      passTime: async () => feedback.passFeedbackTime(db, await telling(), now()),
    },
    notices: {
      /** The channels this installation has, beside the pages. */
      channels: openChannels,
      /** From every journal entry nobody looked at; how many there were. */
      derive: async () =>
        notices.deriveNotices(
          db,
          {
            tree: (await ground()).tree,
            channels: openChannels,
            contactOf: async (caseId) => {
              const row = await dossiers.findDossierRow(db, caseId);
              return { email: row?.submitter.email ?? '', phone: row?.submitter.phone ?? '' };
            },
            tellsOfficers: (kind) => dossiers.dossierKindIfKnown(kind) === undefined,
            pathOf: officerPath,
          },
          now(),
        ),
      /** Whatever is due; how many attempts were made. */
      send: async () =>
        notices.sendNotices(db, {
          channels,
          publicUrl: publicUrl ?? '',
          installationKey: await installationKey,
          now,
        }),
      /** For someone who sees the dossier. */
      ofCase: (caseId: string) => notices.listNoticesOfCase(db, caseId),
      ofAccount: (accountId: string, most: number) => notices.listNoticesOfAccount(db, accountId, most),
      /** What an officer was told at work, newest first. */
      ofOfficer: (accountId: string, most: number) => notices.listNoticesOfOfficer(db, accountId, most),
      failed: (jurisdiction: readonly string[], most: number) => notices.listFailedNotices(db, jurisdiction, most),
      tryAgain: async (actor: Actor & { readonly accountId: string }, noticeId: string) => {
        const city = await ground();
        const mayRead = async (caseId: string) =>
          (await dossiers.findDossierPage(db, city, actor, caseId, now())) !== undefined;
        return notices.tryNoticeAgain(db, noticeId, actor.accountId, mayRead, now());
      },
      preference: (accountId: string) => notices.findPreference(db, accountId),
      choose: (accountId: string, chosen: notices.ChosenPreference) =>
        notices.choosePreference(db, accountId, chosen, openChannels, now()),
      readProof: async (proofId: string, token: string) =>
        notices.readEmailProof(db, await installationKey, proofId, token, now()),
      prove: async (proofId: string, token: string) =>
        notices.proveEmail(db, await installationKey, proofId, token, now()),
    },
    results: {
      ofCase: (caseId: string) => signatures.findResultOfCase(db, caseId, now()),
      byCode: (typed: string) => signatures.findResultByCode(db, typed, now()),
      /** What a signed file says and what the register knows of it; nothing of it is kept. */
      checkFile: async (content: Uint8Array) => ({
        checked: signatures.checkPdf(content, roots, now()),
        found: await signatures.findResultByFile(db, sha256(content), now()),
      }),
      revoke: (actor: Actor & { readonly accountId: string }, wish: signatures.RevocationWish) =>
        endingKept(wish.code, wish.reason, () => signatures.revokeResult(db, actor, wish, now())),
      correct: async (actor: Actor & { readonly accountId: string }, wish: signatures.CorrectionWish) => {
        const { tree } = await ground();
        const corrected = await endingKept(wish.code, wish.reason, () =>
          signatures.correctResult(db, tree, actor, wish, now()),
        );
        if (corrected.ok) await signResults({ code: wish.code });
        return corrected;
      },
      /** Signs what was decided and not signed: at the start, and every while. */
      signWaiting: () => signResults('all'),
    },
    registers: {
      all: (): readonly registers.RegisterDefinition[] => [...catalogue.values()],
      find: (id: string) => catalogue.get(id),
      record: async (actor: registers.RegisterActor, of: registers.RegisterDefinition, wish: registers.EntryWish) =>
        registers.recordEntry(db, await ground(), of, actor, wish, now()),
      correct: async (
        actor: registers.RegisterActor,
        of: registers.RegisterDefinition,
        wish: registers.EntryCorrection,
      ) => registers.correctEntry(db, await ground(), of, actor, wish, now()),
      approve: async (
        actor: registers.RegisterActor,
        of: registers.RegisterDefinition,
        approval: Parameters<typeof registers.approveEntry>[4],
      ) => registers.approveEntry(db, await ground(), of, actor, approval, now()),
      withdraw: async (
        actor: registers.RegisterActor,
        of: registers.RegisterDefinition,
        withdrawal: Parameters<typeof registers.withdrawEntry>[4],
      ) => registers.withdrawEntry(db, await ground(), of, actor, withdrawal, now()),
      /** Says of every row of a file whether it can be entered; nothing is entered. */
      lookAtImport: async (
        actor: registers.RegisterActor,
        of: registers.RegisterDefinition,
        wish: registers.ImportWish,
      ) => registers.lookAtImport(db, await ground(), of, actor, wish, now()),
      findImport: (actor: registers.RegisterActor, id: string) => registers.findImport(db, id, actor.accountId),
      enterImport: async (actor: registers.RegisterActor, of: registers.RegisterDefinition, importId: string) =>
        registers.enterImport(db, await ground(), of, actor, importId, now()),
      list: (query: registers.EntryQuery) => registers.listEntries(db, query),
      count: (query: Parameters<typeof registers.countEntries>[1]) => registers.countEntries(db, query),
      countEach: (asked: Parameters<typeof registers.countByRegister>[1]) => registers.countByRegister(db, asked),
      /** The entries of a question as a file. */
      export: async (
        of: registers.RegisterDefinition,
        query: Parameters<typeof registers.exportEntries>[3],
        format: registers.ExportFormat,
        language: Language,
      ) => registers.exportEntries(db, (await ground()).tree, of, query, format, language),
      template: registers.importTemplate,
      entry: (id: string) => registers.findEntry(db, id),
      versions: (entryId: string) => registers.listVersions(db, entryId),
    },
    desk: {
      /** A desk as it is on a day; undefined when it has no counters. */
      plan: (deskId: string, day: Temporal.PlainDate = today()) => desk.findDeskPlan(db, deskId, day),
      ids: () => desk.listDeskIds(db, today()),
      hours: async (plan: desk.DeskPlan) => desk.deskHours(await ground(), plan, now()),
      priorityGroups: () => desk.listPriorityGroups(db, today()),
      visitDays: async (plan: desk.DeskPlan) => desk.listVisitDays(db, await ground(), plan, now()),
      book: async (wish: desk.BookingWish) => desk.bookVisit(db, await ground(), wish, now()),
      /** The booking with this code, made with this telephone number; a wrong number and a wrong code look alike. */
      booking: async (typedCode: string, typedPhone: string) => {
        const found = await desk.findBookingByCode(db, normaliseSecretCode(typedCode));
        return found && found.phone === people.readPhone(typedPhone) ? found : undefined;
      },
      /** What a browser keeps to open a booking again. */
      bookingSecret: async (bookingId: string) => desk.bookingSecret(await installationKey, bookingId),
      keptBooking: async (code: string, secret: string) => {
        const found = await desk.findBookingByCode(db, code);
        return found && desk.isBookingSecret(await installationKey, found.id, secret) ? found : undefined;
      },
      ownBookings: (accountId: string) =>
        desk.listBookingsOfAccount(db, accountId, toInstant(today().toPlainDateTime())),
      ownBooking: async (accountId: string, typedCode: string) => {
        const found = await desk.findBookingByCode(db, normaliseSecretCode(typedCode));
        return found?.accountId === accountId ? found : undefined;
      },
      /** Reminds of visits ahead; called every while. */
      remind: async () => desk.remindVisits(db, { channels: openChannels, tree: (await ground()).tree }, now()),
      changeBooking: async (booking: desk.Booking, change: desk.BookingChange) =>
        desk.changeBooking(db, await ground(), booking, change, now()),
      worksAt: (actor: Actor, deskId: string) => desk.worksAt(actor, deskId, now()),
      /** The device with this key, as long as it is not revoked. */
      device: async (key: string) => desk.findDeviceByHash(db, sha256(key), now()),
      devices: (deskId: string) => desk.listDevices(db, deskId),
      enrolDevice: (actor: desk.DeskOfficer, wish: desk.NewDevice, formKey: string | null) =>
        desk.enrolDevice(db, actor, wish, formKey, now()),
      revokeDevice: (actor: desk.DeskOfficer, deskId: string, deviceId: string) =>
        desk.revokeDevice(db, actor, deskId, deviceId, now()),
      takeTicket: async (wish: desk.TicketWish) => desk.takeTicket(db, await ground(), wish, now()),
      checkIn: async (arrival: { deskId: string; code: string; priorityCode: string | null }) =>
        desk.checkInBooking(db, await ground(), { ...arrival, code: normaliseSecretCode(arrival.code) }, now()),
      ticket: async (ticketId: string) => desk.readTicket(db, await ground(), ticketId, now()),
      queue: async (deskId: string) => desk.readQueue(db, await ground(), deskId, now()),
      expectedToday: (deskId: string) => desk.expectedToday(db, deskId, now()),
      runCounter: (actor: desk.DeskOfficer, deskId: string, act: desk.CounterAct) =>
        desk.runCounter(db, actor, deskId, act, now()),
      callNext: (actor: desk.DeskOfficer, deskId: string) => desk.callNext(db, actor, deskId, now()),
      moveTicket: (actor: desk.DeskOfficer, deskId: string, ticketId: string, move: desk.TicketMove) =>
        desk.moveTicket(db, actor, deskId, ticketId, move, now()),
      /** The dossier a code belongs to, for the ticket of whoever shows it. */
      dossierByCode: (typedCode: string) => dossiers.findCaseIdByTyped(db, typedCode),
    },
    ratings: {
      /** The dossier that may be rated with this secret: the one on the slip, or the one for tracking. */
      find: async (typedCode: string, typedSecret: string) => {
        const tracked = await dossiers.findDossierForTracking(db, await installationKey, typedCode, typedSecret);
        if (tracked) return tracked.caseId;
        const caseId = await dossiers.findCaseIdByTyped(db, typedCode);
        return caseId && desk.isRatingSecret(await installationKey, caseId, typedSecret) ? caseId : undefined;
      },
      secretOf: async (caseId: string) => desk.ratingSecret(await installationKey, caseId),
      isRated: (caseId: string) => desk.isRated(db, caseId),
      /** It has ended and nobody has rated it yet. */
      mayBeRated: (caseId: string) => desk.mayBeRated(db, caseId),
      rate: (caseId: string, wish: desk.RatingWish, givenAt: 'link' | 'tablet') =>
        desk.rateDossier(db, caseId, wish, givenAt, now()),
      /** What was last received at a counter, within the last quarter of an hour: for the tablet there. */
      lastAt: (deskId: string, counter: number) =>
        desk.findLastDossierAt(db, deskId, counter, now().subtract({ minutes: 15 })),
      /** The feedback slip of a dossier as a PDF, for someone who was shown the dossier. */
      slip: async (page: dossiers.DossierPage) => {
        const secret = desk.ratingSecret(await installationKey, page.state.caseId);
        const content = desk.feedbackSlipContent(page, (await ground()).tree, { secret, publicUrl });
        return desk.feedbackSlipPdf(content, now());
      },
      agencies: async (actor: Actor) => desk.scoredAgencies(actor, await ground(), now()),
      /** A quarter of an agency by the frame of the circular, with what only its own officers see. */
      scores: async (actor: desk.DeskOfficer, agencyId: string, quarter: desk.Quarter) => {
        const own = await desk.readServiceScores(db, await ground(), actor, agencyId, quarter, now());
        if (!own) return undefined;
        const frame = indices.serviceFrame();
        const question = { frameId: frame.id, ...desk.daysOfQuarter(quarter), asOf: now() };
        const answer = await indices.computeIndex(await indexGround(), question);
        return {
          ...own,
          frame,
          score: answer.ok ? answer.value.scores.find(({ unitId }) => unitId === agencyId) : undefined,
        };
      },
    },
    delegations: {
      list: (which: { readonly unitIds: readonly string[]; readonly positionIds: readonly string[] }) =>
        organisation.selectDelegations(db, which),
      find: async (id: string) => (await organisation.selectDelegations(db, { id }))[0],
      powersOf,
      postsAt: (unitId: string) => organisation.listPostsAt(db, unitId, today()),
      grant: async (actor: Actor & { readonly accountId: string }, wish: organisation.DelegationWish) => {
        const powers = (await powersOf(wish.unitId)).flatMap(({ definition }) => [
          definition.code,
          definition.field.code,
        ]);
        return organisation.grantDelegation(db, await ground(), actor, wish, powers, now());
      },
      revoke: (
        actor: Actor & { readonly accountId: string },
        revocation: { readonly id: string; readonly from?: Temporal.Instant; readonly reason: string },
      ) => organisation.revokeDelegation(db, actor, { from: now(), ...revocation }, now()),
    },
  };
}

export type App = ReturnType<typeof createApp>;
