/** Whether a daemon is to be asked and started here: neither where somebody said no, nor on a machine that ends with its job. */
export function wantsDaemon({ CI = '', TACKROOM_NO_DAEMON = '' }: Readonly<Record<string, string | undefined>>): boolean {
  return TACKROOM_NO_DAEMON === '' && (CI === '' || CI === 'false');
}
