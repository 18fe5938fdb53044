/** The product's own mark, a door that stands open, with its name. No emblem of any government. */
export function Wordmark() {
  return (
    <span class="wordmark">
      <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <path class="mark-frame" d="M5 29V11C5 5.5 9.9 2 16 2s11 3.5 11 9v18" />
        <path class="mark-leaf" d="M10 29V12.2c0-2.9 2-5 4.6-5.7L20 5v24z" />
        <circle class="mark-handle" cx="17.2" cy="17.5" r="1.4" />
        <path class="mark-frame" d="M2 29h28" />
      </svg>
      <span class="wordmark-name" lang="vi">
        Một Cửa
      </span>
    </span>
  );
}
