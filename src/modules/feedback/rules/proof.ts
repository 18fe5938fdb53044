/** An answer is believed for its proof: the number of a document, or a photograph taken afterwards. */
export const hasProof = (draft: { readonly number: string; readonly photos: readonly string[] }): boolean =>
  draft.number.trim() !== '' || draft.photos.length > 0;
