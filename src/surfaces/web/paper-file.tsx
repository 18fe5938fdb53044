import { FileField, type FileFieldProps } from '#surfaces/ui/index.ts';

/** The store takes 20,000,000 bytes; said a little lower, in the megabytes that phones count in. */
const largestFile = 19 * 1024 * 1024;

type Given = Omit<FileFieldProps, 'accept' | 'acceptWords' | 'maxBytes'>;

/** A field for the files of a paper: which kinds are taken and how large, the same in every form. */
export function PaperFileField(props: Given) {
  return (
    <FileField
      {...props}
      accept=".pdf,.jpg,.jpeg,.png,.heic,.docx,.xlsx"
      acceptWords="PDF, JPG, PNG, HEIC, DOCX, XLSX"
      maxBytes={largestFile}
    />
  );
}
