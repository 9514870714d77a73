/** Where images come from: Amazon ECR, Docker Hub, and the other registries that everybody can pull from. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

/** An image reference with a tag, or what stands before the `@` of a digest. */
export const MAX_IMAGE_LENGTH = 255

/** What an image without a host comes from. */
export const DOCKER_HUB = 'docker.io'

/** Hosts that all mean Docker Hub. */
export const dockerHubHosts: readonly string[] = [
  DOCKER_HUB,
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
]

/** ECR Public, and the folder in which it keeps Docker's official images. */
export const ECR_PUBLIC = 'public.ecr.aws'
export const OFFICIAL_IMAGES = 'docker/library'

/** Registries from which images can be pulled without an account. */
export const publicRegistries: readonly string[] = [
  ...dockerHubHosts,
  ECR_PUBLIC,
  'ghcr.io',
  'quay.io',
  'mcr.microsoft.com',
  'gcr.io',
  'us.gcr.io',
  'eu.gcr.io',
  'asia.gcr.io',
  'registry.k8s.io',
  'k8s.gcr.io',
  'docker.elastic.co',
  'registry.access.redhat.com',
]

/**
 * A private registry: `account.dkr.ecr.region.amazonaws.com`, its FIPS and China forms, and the dual-stack
 * `account.dkr-ecr.region.on.aws`. Account and Region are its groups.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 */
export const ecrHost =
  /^([^/.]+)\.dkr[.-]ecr(?:-fips)?\.([^/.]+)\.(?:amazonaws\.com(?:\.cn)?|on\.(?:aws|amazonwebservices\.com\.cn))$/d

/** Accounts in whose registries AWS itself publishes: Fluent Bit, App Mesh Envoy, EKS add-ons. */
export const awsRegistryAccounts: ReadonlySet<string> = new Set([
  '906394416424',
  '840364872350',
  '602401143452',
])

/** Docker's official images that ECR Public has as well, by what people call them on Docker Hub. */
export const officialImages: ReadonlySet<string> = new Set(
  `adminer alpine amazoncorretto amazonlinux bash buildpack-deps busybox caddy cassandra composer couchbase couchdb
debian docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir erlang fedora flink fluentd gcc ghost golang
gradle groovy haproxy haskell httpd ibmjava influxdb jenkins joomla jruby julia kibana kong logstash mariadb matomo maven
mediawiki memcached mongo mongo-express mysql nats neo4j nextcloud nginx node openjdk oraclelinux perl php phpmyadmin
postgres python r-base rabbitmq redis redmine registry rockylinux ros ruby rust solr sonarqube swift telegraf tomcat
traefik ubuntu varnish wordpress zookeeper`.split(/\s+/),
)
