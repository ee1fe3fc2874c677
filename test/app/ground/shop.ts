import { guardrailPage, type SampleRepository, sampleRepository } from '../../cli/sample-repository.ts';

const page = (front: string, body: string) => `---\n${front}\n---\n${body}\n`;

/** A small repository with a page of each kind, and some that bear on nothing in question. */
export const shopFiles: Readonly<Record<string, string>> = {
  'harness/harness.yaml': 'version: 1\n',
  'harness/guardrails/money-in-cents.md': guardrailPage({
    id: 'money-in-cents',
    priority: 'P1',
    files: '["src/billing/**"]',
    check: 'kind: text\npattern: parseFloat',
    message: 'Amounts are whole cents.',
    bad: 'parseFloat(x)',
    good: 'x',
  }),
  'harness/guardrails/pixels.md': guardrailPage({
    id: 'pixels',
    priority: 'P2',
    files: '["web/**"]',
    check: "kind: text\npattern: '\\dpx'",
    bad: '3px',
    good: '3rem',
  }),
  'harness/personas/reliability.md': page(
    'name: reliability\nfiles: ["src/**"]\nwhen: Anything that leaves the process.',
    'You are woken when it breaks.\n\n- [retries] A charge that is tried again has the same key.\n- [pictures] Pictures are small.',
  ),
  'harness/journeys/pay.md': page(
    'id: pay\ntitle: A guest pays\nscreens: [checkout]\nroutes: ["POST /api/charges"]',
    '1. Open the cart.\n2. Pay.\n3. See the number of the order.',
  ),
  'harness/runbooks/provider-down.md': page('title: The payment provider is down', 'Look at `src/billing/charge.ts`, then wait.'),
  'docs/decisions/0001-charge-twice.md':
    '# Charges are tried twice\n\nStatus: superseded by 0003\n\nA charge that failed is tried again at once.\n',
  'docs/decisions/0002-rejected.md': '# Charges by mail\n\nStatus: rejected\n\nA charge that failed is sent by mail, charge by charge.\n',
  'docs/decisions/0003-keys.md': '# Each movement has a key\n\nStatus: accepted\n\nSupersedes 0001.\n\nThe key is made from the order.\n',
  'docs/design/payments.md': `# Payments\n\nHow money moves.\n\n## Retries\n\nA failed charge is retried with a growing pause, three retries at most.\n\n## Pictures\n\n${'Pictures of products are cut to size. '.repeat(150)}\n`,
  'docs/plans/active/vouchers.md': '# Vouchers\n\nStatus: active\n\n- [x] table\n- [ ] charge less: `src/billing/charge.ts`\n',
  'docs/plans/completed/first-charge.md': '# First charge\n\nStatus: completed\n\nThe first failed charge, and its retries.\n',
  'tickets/TR-1.md': page('title: Payments survive the night\nstate: In Progress', 'All of it.'),
  'tickets/TR-2.md': page(
    'title: Retry a failed charge\nparent: TR-1\nblocked_by: [TR-3]',
    'When the provider times out we give up. Try the charge again.',
  ),
  'tickets/TR-3.md': page('title: Provider tells why\nstate: Done', ''),
  CODEOWNERS: 'src/billing/ @money\nweb/ @front\n',
  'src/billing/charge.ts':
    "import { provider } from './provider.ts';\n// a failed charge is given up\nexport function chargeOrder() {\n  return provider.post('/api/charges');\n}\n",
  'src/billing/provider.ts': 'export const provider = { post(path: string) {\n  return path;\n} };\n',
  'test/charge.test.ts': "import '../src/billing/charge.ts';\n",
  'web/Picture.tsx': 'export const Picture = () => null;\n',
};

export function shop(): SampleRepository {
  const repository = sampleRepository(shopFiles);
  repository.commit();
  return repository;
}
