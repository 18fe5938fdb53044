// Keys of the workspace: j and k walk the list, Enter opens, / searches, and a move's own letter goes to its button.

const rows = [...document.querySelectorAll<HTMLElement>('[data-walk] > tbody > tr, li[data-walk]')];
let at = -1;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function go(to: number): void {
  const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
  if (!row) return;
  rows[at]?.removeAttribute('data-at');
  at = rows.indexOf(row);
  row.dataset.at = 'true';
  row.querySelector<HTMLElement>('a[href]')?.focus();
  row.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('focusin', (event) => {
  const row = rows.findIndex((one) => event.target instanceof Node && one.contains(event.target));
  if (row < 0 || row === at) return;
  rows[at]?.removeAttribute('data-at');
  at = row;
  rows[at]?.setAttribute('data-at', 'true');
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && isTyping(event.target)) {
    (event.target as HTMLElement).blur();
    return;
  }
  if (isTyping(event.target)) return;
  if (event.key === 'j') go(at + 1);
  else if (event.key === 'k') go(at - 1);
  else if (event.key === 'Enter' && at >= 0 && event.target === document.body) {
    rows[at]?.querySelector<HTMLElement>('a[href]')?.click();
  } else if (event.key === '/') {
    const box = document.querySelector<HTMLInputElement>(
      'search input[type=search], input[type=search]:not(.typeahead)',
    );
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  } else {
    // A button is reached by its letter, not pressed by it: a decision takes two keys.
    const button = document.querySelector<HTMLElement>(`[data-shortcut="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.focus();
  }
});
