// A form that keeps what is typed in the browser until it was sent: minutes are written where there is no network. Without
// script, or without storage, it is an ordinary form.

const days = 14;
const prefix = 'motcua-draft:';

interface Kept {
  readonly at: number;
  readonly values: readonly (readonly [name: string, value: string])[];
}

const mayBeKept = (name: string, value: FormDataEntryValue): value is string =>
  typeof value === 'string' && !['csrf', 'key', 'seen'].includes(name);

function read(name: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + name) ?? 'null') as Kept | null;
    return kept && Date.now() - kept.at < days * 86_400_000 ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(form: HTMLFormElement, name: string): void {
  const values = [...new FormData(form)].filter(([field, value]) => mayBeKept(field, value));
  try {
    localStorage.setItem(prefix + name, JSON.stringify({ at: Date.now(), values }));
    say(form, 'kept');
  } catch {
    // a browser that keeps nothing: the form still works while it is open
  }
}

function restore(form: HTMLFormElement, kept: Kept): void {
  for (const [name, value] of kept.values) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= field.value === value;
      else if (field.type !== 'hidden' && field.value === '') field.value = value;
    }
  }
}

function say(form: HTMLFormElement, which: 'kept' | 'offline'): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-draft-says]'))
    line.hidden = line.dataset.draftSays !== which || !form.isConnected;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
  const name = form.dataset.draft ?? '';
  const kept = read(name);
  if (kept) restore(form, kept);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form, name), 300);
  });
  form.addEventListener(
    'submit',
    (event) => {
      keep(form, name);
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(form, 'offline');
    },
    { capture: true },
  );
}

// what was sent well is shown on the page of the case: its draft has done its work
for (const mark of document.querySelectorAll<HTMLElement>('[data-draft-done]')) {
  try {
    localStorage.removeItem(prefix + (mark.dataset.draftDone ?? ''));
  } catch {
    // nothing was kept
  }
}
