import type { OutlineAnnex, OutlineBlock, ReportOutline } from './report-outline.ts';
import type { OpinionFacts } from './reporting-facts.ts';

/** The opinion of a member as the letter tells it. */
export interface LetterOpinion extends Pick<OpinionFacts, 'stance' | 'words' | 'givenBy' | 'met'> {
  readonly member: string;
}

const stances = {
  agree: 'Đồng ý',
  'agree-with-changes': 'Đồng ý, có ý kiến sửa đổi',
  disagree: 'Không đồng ý',
} as const;
const ways = { 'taken-in': 'Tiếp thu', explained: 'Giải trình, giữ nguyên' } as const;

/**
 * The letter that goes with a report (Tờ trình): its outline, with what every member said and how each was met as an annex.
 * Its sentences are agreed to by submitting it, so none is a proposal any more.
 */
export function letterOutline(outline: ReportOutline, opinions: readonly LetterOpinion[]): ReportOutline {
  const agreed = (blocks: readonly OutlineBlock[]) =>
    blocks.map((block): OutlineBlock => {
      if (block.kind !== 'paragraph') return block;
      const { proposal: _, ...said } = block;
      return said;
    });
  return {
    ...outline,
    parts: outline.parts.map((part) => ({
      ...part,
      blocks: agreed(part.blocks),
      sections: part.sections.map((section) => ({ ...section, blocks: agreed(section.blocks) })),
    })),
    annexes: opinions.length === 0 ? outline.annexes : [...outline.annexes, opinionAnnex(opinions)],
  };
}

const opinionAnnex = (opinions: readonly LetterOpinion[]): OutlineAnnex => ({
  id: 'opinions',
  title: 'Tổng hợp ý kiến thành viên Ủy ban nhân dân và việc tiếp thu, giải trình',
  isLandscape: true,
  blocks: [
    {
      kind: 'table',
      id: 't-opinions',
      caption: `Ý kiến của ${opinions.length} thành viên được lấy ý kiến`,
      rows: {
        of: 'texts',
        columns: [
          { label: 'STT', share: 5 },
          { label: 'Thành viên', share: 20 },
          { label: 'Ý kiến', share: 15 },
          { label: 'Nội dung', share: 28 },
          { label: 'Tiếp thu, giải trình', share: 32 },
        ],
        lines: opinions.map(({ member, stance, words, givenBy, met }, place) => [
          `${place + 1}`,
          givenBy ? `${member} (${givenBy})` : member,
          stance ? stances[stance] : 'Không có ý kiến',
          words ?? '',
          met ? `${ways[met.how]}: ${met.answer}` : '',
        ]),
      },
    },
  ],
});
