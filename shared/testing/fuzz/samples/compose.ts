/** Compose files, of each version, with what only one of them says. */

/** Version 2: limits stand in the service, and links order the starts. */
const version2 = `version: "2.4"
services:
  web:
    build: { context: ., args: [STAGE=live] }
    container_name: web
    mem_limit: 512m
    mem_reservation: 256m
    cpus: 0.5
    links: ["cache:redis"]
    volumes_from: [assets]
    ports: ["8080:80", "127.0.0.1:9000-9002:9000-9002/udp"]
    env_file: .env
    ulimits: { nofile: { soft: 1024, hard: 2048 }, nproc: 65535 }
  assets:
    image: busybox
    command: "true"
    volumes: ["./public:/public:ro", "/var/cache"]
  cache:
    image: redis:7-alpine
    tmpfs: ["/run:size=64m", /tmp]
`

const version3 = `version: "3.8"
services:
  api:
    image: \${REGISTRY:-registry.example.com}/api:\${TAG-1}
    command: ["node", "api.js"]
    entrypoint: sh -c "exec node"
    environment:
      DATABASE: postgres://db:5432/shop
      QUEUE: "amqp://queue:5672"
      AWS_REGION: eu-west-1
      EMPTY:
    depends_on:
      db: { condition: service_healthy }
      migrate: { condition: service_completed_successfully }
    healthcheck: { test: ["CMD", "wget", "-q", "localhost"], interval: 1m30s, timeout: 5s, retries: 3 }
    deploy:
      replicas: 3
      resources: { limits: { cpus: "0.5", memory: 1G }, reservations: { memory: 512M } }
      update_config: { order: start-first, failure_action: rollback }
      restart_policy: { condition: on-failure }
      labels: { traefik.enable: "true" }
    secrets: [token, { source: login, target: /run/login, mode: 0440 }]
    logging: { driver: awslogs, options: { awslogs-group: shop } }
    networks: { front: { aliases: [shop] }, back: {} }
    ports: [{ target: 3000, published: "80", protocol: tcp, mode: ingress }]
  migrate:
    image: registry.example.com/migrate
    restart: "no"
  db:
    image: postgres:16
    volumes:
      - data:/var/lib/postgresql/data
      - { type: bind, source: ./init, target: /docker-entrypoint-initdb.d, read_only: true }
      - { type: tmpfs, target: /scratch, tmpfs: { size: 1048576 } }
  queue: { image: "rabbitmq:3", expose: ["5672"] }
volumes:
  data: { driver: local, name: shop-data }
networks: { front: {}, back: { internal: true } }
secrets:
  token: { file: ./token.txt }
  login: { external: true, name: shop/login }
configs: { site: { file: ./site.conf } }
`

/** The specification, without a version, and YAML's own ways to say things once. */
const anchors = `name: shop
x-common: &common
  restart: unless-stopped
  environment: &environment { STAGE: live, LEVEL: "\${LEVEL:?set it}" }
x-more: &more { init: true, stop_grace_period: 20s }
services:
  base: { <<: *common, image: alpine, profiles: [never] }
  web:
    <<: [*common, *more]
    image: "nginx:1.27@sha256:0000000000000000000000000000000000000000000000000000000000000000"
    environment: { <<: *environment, NAME: web }
    network_mode: "service:proxy"
    develop: { watch: [{ path: ., action: sync, target: /app }] }
    labels: ["a=b", "c"]
  proxy:
    extends: { service: base }
    image: envoyproxy/envoy:v1.30
    ports: ["443:8443"]
    cap_add: [NET_ADMIN]
    sysctls: { net.core.somaxconn: 1024 }
    extra_hosts: ["host:10.0.0.1"]
    gpus: all
    user: "1000:1000"
    shm_size: 64mb
    pid: host
  worker: { <<: *common, build: ./worker, scale: 2, platform: linux/arm64, depends_on: [web, base] }
include: [other.yaml]
`

/** As `docker compose config --format json` prints it. */
const printed = JSON.stringify({
  name: 'shop',
  services: {
    web: {
      command: null,
      image: 'nginx:1.27',
      environment: { STAGE: 'live', ADDRESS: 'http://api:8080' },
      networks: { default: null },
      ports: [{ mode: 'ingress', target: 80, published: '8080', protocol: 'tcp' }],
      volumes: [{ type: 'volume', source: 'data', target: '/data', volume: {} }],
      healthcheck: { test: ['CMD-SHELL', 'true'], interval: '30s' },
      deploy: { replicas: 2, resources: { limits: { cpus: 0.5, memory: '536870912' } } },
      depends_on: { api: { condition: 'service_started', required: true } },
    },
    api: { build: { context: '/shop/api', dockerfile: 'Dockerfile' }, expose: ['8080'], tmpfs: ['/run'] },
  },
  networks: { default: { name: 'shop_default', ipam: {} } },
  volumes: { data: { name: 'shop_data' } },
})

export const compose: readonly string[] = [version2, version3, anchors, printed]
