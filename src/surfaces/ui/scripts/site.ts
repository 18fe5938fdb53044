// Small helps for every page. Each may be missing: the page works without any of them.

// A form is sent once: a second press while the first is on its way would only be refused by the server.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.once !== 'true' || event.defaultPrevented) return;
  if (form.dataset.sent === 'true') {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'true';
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-busy', 'true');
  // An answer that is a download leaves the page standing, and a lost network answers never.
  setTimeout(() => release(form), 20_000);
});

function release(form: HTMLFormElement): void {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-busy');
}

// Coming back by the browser's button: the form may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) release(form);
});

// What has to be put right is read first.
document.querySelector<HTMLElement>('[data-focus]')?.focus();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

// A file that is too large is said before minutes of sending it.
for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-max-bytes]')) {
  input.addEventListener('change', () => {
    const limit = Number(input.dataset.maxBytes);
    const tooLarge = [...(input.files ?? [])].some((file) => file.size > limit);
    const id = `${input.id}-size`;
    document.getElementById(id)?.remove();
    input.setCustomValidity(tooLarge ? (input.dataset.tooLarge ?? '') : '');
    input.setAttribute('aria-invalid', String(tooLarge));
    if (!tooLarge) {
      input.removeAttribute('aria-invalid');
      return;
    }
    const message = document.createElement('p');
    message.id = id;
    message.className = 'ds-validation-message';
    message.setAttribute('role', 'alert');
    message.textContent = input.dataset.tooLarge ?? '';
    input.before(message);
    input.value = '';
  });
}

// A long list gets a box above it that narrows it: letters without diacritics are enough.
const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-typeahead]')) {
  const options = [...select.options].map((option) => ({ option, words: fold(option.text) }));
  const box = document.createElement('input');
  box.type = 'search';
  box.className = `${select.className} typeahead`;
  box.autocomplete = 'off';
  box.placeholder = select.dataset.typeahead ?? '';
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(select.id)}"]`);
  box.setAttribute('aria-label', `${label?.textContent ?? ''}: ${box.placeholder}`);
  box.setAttribute('aria-controls', select.id);
  select.before(box);
  box.addEventListener('input', () => {
    const wanted = fold(box.value).split(/\s+/).filter(Boolean);
    const found = options.filter(({ option, words }) => option.value && wanted.every((word) => words.includes(word)));
    for (const { option } of options) option.hidden = wanted.length > 0 && !found.some((one) => one.option === option);
    const choice = wanted.length > 0 ? found[0]?.option.value : '';
    if (choice !== undefined && choice !== select.value) {
      select.value = choice;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      select.focus();
    }
  });
}

// A page that is asked for anew after a while, but not while somebody is at it.
const again = document.querySelector<HTMLElement>('[data-refresh-after]');
if (again) {
  const { refreshAfter, refreshTo } = again.dataset;
  const leave = () => (refreshTo ? location.assign(refreshTo) : location.reload());
  let timer = setTimeout(leave, Number(refreshAfter) * 1000);
  for (const touch of ['pointerdown', 'keydown', 'scroll']) {
    addEventListener(
      touch,
      () => {
        clearTimeout(timer);
        timer = setTimeout(leave, Number(refreshAfter) * 1000);
      },
      { passive: true },
    );
  }
}
