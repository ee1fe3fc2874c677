/** The argument that stands for the files in question. */
export const filesPlaceholder = '{files}';
