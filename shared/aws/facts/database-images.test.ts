import { expect, it } from 'vitest'
import { databaseOf } from './database-images'

it.each([
  ['postgres:16', 'PostgreSQL', '/var/lib/postgresql/data'],
  ['public.ecr.aws/docker/library/postgres:18.1-alpine', 'PostgreSQL', '/var/lib/postgresql'],
  ['postgres:latest', 'PostgreSQL', undefined],
  ['postgres', 'PostgreSQL', undefined],
  ['localhost:5000/mysql:8@sha256:abc', 'MySQL', '/var/lib/mysql'],
  ['mongo', 'MongoDB', '/data/db'],
])('%s is %s with its data in %s', (image, name, folder) =>
  expect(databaseOf(image)).toMatchObject({ name, folder }),
)

it.each(['nginx', 'prom/mysqld-exporter', 'postgres-backup:16', 'example/constructor', '', 'mysql/app:1'])(
  '%j is no database that is known',
  (image) => expect(databaseOf(image)).toBeUndefined(),
)
