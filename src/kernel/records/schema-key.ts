import * as z from 'zod';

/** Editors that read a schema's address from the data itself look for this key; Tackroom ignores its value. */
export const schemaKey = {
  $schema: z.string().optional().describe('address of the JSON schema, for editors'),
};
