/** A file's name without folders and ending. */
export function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, '').replace(/(?<=.)\.(?:json|ya?ml|tf|tfstate|fairlead)$/i, '') || 'Import'
}
