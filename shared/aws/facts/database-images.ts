/** Well-known container images of databases, and where they keep their data. */
import type { FactSource } from './fact'

/** The images' own descriptions, of Docker Official Images. */
export const source: FactSource = {
  url: 'https://github.com/docker-library/docs',
  checked: '2026-11-26',
}

interface DatabaseImage {
  readonly name: string
  /** The folder with its data; a list says from which major version on it is which, oldest first. */
  readonly data: string | readonly { readonly from: number; readonly folder: string }[]
  /** It writes to disk only when its command asks for that. */
  readonly inMemory?: true
}

/** By the last part of the repository's name. */
const databaseImages: Readonly<Record<string, DatabaseImage>> = {
  postgres: {
    name: 'PostgreSQL',
    data: [
      { from: 0, folder: '/var/lib/postgresql/data' },
      { from: 18, folder: '/var/lib/postgresql' },
    ],
  },
  mysql: { name: 'MySQL', data: '/var/lib/mysql' },
  mariadb: { name: 'MariaDB', data: '/var/lib/mysql' },
  mongo: { name: 'MongoDB', data: '/data/db' },
  cassandra: { name: 'Cassandra', data: '/var/lib/cassandra' },
  couchdb: { name: 'CouchDB', data: '/opt/couchdb/data' },
  neo4j: { name: 'Neo4j', data: '/data' },
  redis: { name: 'Redis', data: '/data', inMemory: true },
  valkey: { name: 'Valkey', data: '/data', inMemory: true },
}

export interface Database {
  readonly name: string
  /** Undefined where it depends on a version that the image does not tell. */
  readonly folder: string | undefined
  readonly inMemory: boolean
}

/** Most images are no databases; this says so quickly. */
const MAYBE = new RegExp(Object.keys(databaseImages).join('|'))

/** The database of an image such as `public.ecr.aws/docker/library/postgres:16`; undefined when it is no known one. */
export function databaseOf(image: string): Database | undefined {
  if (!MAYBE.test(image)) return undefined
  const [named = ''] = image.split('@')
  const [repository = '', tag = ''] = named.slice(named.lastIndexOf('/') + 1).split(':')
  if (!Object.hasOwn(databaseImages, repository)) return undefined
  const { name, data, inMemory = false } = databaseImages[repository] as DatabaseImage
  return { name, folder: typeof data === 'string' ? data : folderOf(data, tag), inMemory }
}

function folderOf(
  folders: readonly { readonly from: number; readonly folder: string }[],
  tag: string,
): string | undefined {
  const major = Number.parseInt(tag, 10)
  return folders.findLast(({ from }) => from <= major)?.folder
}
