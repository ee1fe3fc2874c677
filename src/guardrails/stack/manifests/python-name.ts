/** Names that a package index takes for one: `Flask_SQLAlchemy`, `flask-sqlalchemy` (PEP 503). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '_');
}
