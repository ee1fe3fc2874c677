/** The name of another tool's rule as an id: `noLog` becomes `no-log`. */
export function slugOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'imported';
}
