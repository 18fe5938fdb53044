/** The door of the signatures: signing PDFs, checking them, and the register of signed results. */
export { type CheckedPdf, checkPdf } from './check/check-pdf.ts';
export type { TrustedRoots } from './check/find-path.ts';
export { readTrustedRoots } from './check/trusted-roots.ts';
export type { SignatureFinding, SignatureVerdict } from './rules/signature-verdict.ts';
export { demoKeys, demoRootFile } from './sign/demo-keys.ts';
export { localKeys } from './sign/local-keys.ts';
export { pdfSigner } from './sign/pdf-signer.ts';
export { remoteKeys } from './sign/remote-keys.ts';
export type { KeySource, SignatureRequest, Signer } from './sign/signer.ts';
