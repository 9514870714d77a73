/**
 * Ports that well-known images listen on, as their Dockerfiles EXPOSE them: in Compose others reach them without a word
 * about ports. https://github.com/docker-library/official-images
 */
import { own } from '../../basics/own'
import { imageName } from '../../elements/parts/image-name'

const ports: Readonly<Record<string, number>> = {
  cassandra: 9042,
  couchdb: 5984,
  elasticsearch: 9200,
  httpd: 80,
  mariadb: 3306,
  memcached: 11211,
  mongo: 27017,
  mysql: 3306,
  nats: 4222,
  neo4j: 7687,
  nginx: 80,
  opensearch: 9200,
  postgres: 5432,
  postgis: 5432,
  rabbitmq: 5672,
  redis: 6379,
  valkey: 6379,
  zookeeper: 2181,
}

/** The port of an image with a well-known name; undefined for all others. */
export function usualPort(image: string): number | undefined {
  const name = imageName(image).repository.split('/').at(-1) ?? ''
  return own(ports, name)
}
