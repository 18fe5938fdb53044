import * as z from 'zod';
import type { Operation } from './operation.ts';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'sentence'],
  properties: {
    type: { type: 'string', description: 'Address of the refusal in the published list.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Published code, never reused. All of them: GET /api/refusals.' },
    sentence: {
      type: 'object',
      required: ['vi', 'en'],
      properties: { vi: { type: 'string' }, en: { type: 'string' } },
    },
    field: { type: 'string' },
    facts: { type: 'object' },
  },
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

/** The OpenAPI 3.1 document, written from the operations themselves. */
export function openApiDocument(operations: readonly Operation[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const address = `/api${operation.path}`;
    const at = paths[address] ?? {};
    paths[address] = at;
    at[operation.method] = describeOperation(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa',
      version: '1',
      description:
        'Everything a desk, an office or a citizen can do with a dossier. Times are ISO 8601 in UTC; the city lives in Asia/Ho_Chi_Minh. A refusal is application/problem+json with a published code.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'From POST /api/tokens.' } },
    },
  };
}

function describeOperation(operation: Operation): object {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(operation.query ?? {}).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
  const headers = operation.command
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'Any text of at most 200 characters; the same key with the same request gives the same answer.',
          schema: { type: 'string', maxLength: 200 },
        },
        {
          name: 'If-Match',
          in: 'header',
          description:
            'The number of entries you saw (`entries`); refused with case-changed when another move came since.',
          schema: { type: 'string' },
        },
      ]
    : [];
  const answer = operation.file
    ? { [operation.file]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: operation.answer ? schemaOf(operation.answer, 'output') : {} } };
  const body = operation.rawBody
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : operation.body && { 'application/json': { schema: schemaOf(operation.body, 'input') } };
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.open ? {} : { security: [{ token: [] }] }),
    parameters: [...inPath, ...inQuery, ...headers],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      200: { description: 'Done', content: answer },
      default: {
        description: 'A refusal: 400, 401, 403, 404, 409, 413, 415, 422 or 429',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}
