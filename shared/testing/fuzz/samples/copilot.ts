/** Manifests of AWS Copilot: one of each type. */

const web = `name: web
type: Load Balanced Web Service
image:
  build: { dockerfile: web/Dockerfile, context: web, args: { STAGE: live } }
  port: 8080
  healthcheck: { command: ["CMD-SHELL", "true"], interval: 10s, retries: 2, timeout: 5s, start_period: 0s }
  depends_on: { envoy: healthy }
http:
  path: 'shop'
  alias: [{ name: shop.example.com, hosted_zone: Z0 }]
  healthcheck: { path: /health, success_codes: "200,301", healthy_threshold: 3, interval: 15s, grace_period: 60s }
  stickiness: true
  allowed_source_ips: ["10.0.0.0/8"]
  additional_rules: [{ path: admin, target_port: 9000, target_container: envoy }]
nlb: { port: 443/tls, target_port: 8443 }
cpu: 512
memory: 1024
platform: linux/arm64
count:
  range: { min: 1, max: 10, spot_from: 3 }
  cooldown: { in: 30s, out: 60s }
  cpu_percentage: { value: 70, cooldown: { in: 1m } }
  requests: 1000
  response_time: 2s
exec: true
network:
  connect: { alias: web }
  vpc: { placement: private, security_groups: [sg-0123456789abcdef0] }
variables: { STAGE: live, TABLE: { from_cfn: "\${COPILOT_APPLICATION_NAME}-table" } }
secrets: { TOKEN: /shop/token, LOGIN: { secretsmanager: "shop/login:password::" } }
storage:
  ephemeral: 30
  readonly_fs: true
  volumes:
    files: { path: /files, read_only: false, efs: { id: fs-0123456789abcdef0, root_dir: /, auth: { iam: true } } }
    managed: { path: /var/managed, efs: true }
sidecars:
  envoy: { port: 9000, image: "envoyproxy/envoy:v1.30", essential: true, mount_points: [{ source_volume: files, path: /etc/envoy }] }
logging: { retention: 30, destination: { Name: cloudwatch, log_group_name: shop }, enableMetadata: true }
observability: { tracing: awsxray }
deployment: { rolling: recreate, rollback_alarms: [high-cpu] }
taskdef_overrides:
  - { path: "ContainerDefinitions[0].Ulimits[-].Name", value: nofile }
environments:
  test: { count: 1, variables: { STAGE: test } }
  prod: { count: { spot: 2 }, cpu: 1024, http: { alias: shop.example.org } }
`

const job = `name: report
type: Scheduled Job
on: { schedule: "cron(0 9 * * ? *)" }
retries: 3
timeout: 1h30m
image: { location: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/report:1", credentials: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:login-AbCdEf" }
entrypoint: ["/bin/sh", "-c"]
command: python report.py --all
cpu: 256
memory: 512
publish: { topics: [{ name: done, fifo: { content_based_deduplication: true } }] }
environments: { prod: { on: { schedule: "@every 2h" } } }
`

const worker = `name: mailer
type: Worker Service
image: { build: mailer/Dockerfile }
subscribe:
  topics:
    - { name: orders, service: api, filter_policy: { kind: [paid], amount: [{ numeric: [">", 0] }] } }
    - { name: done, service: report, queue: { fifo: true, retention: 1h } }
  queue: { delay: 15m, retention: 96h, timeout: 30s, dead_letter: { tries: 10 } }
count:
  range: 1-10
  queue_delay: { acceptable_latency: 10m, msg_processing_time: 250ms }
variables: { LEVEL: info }
env_file: mailer.env
`

const others = [
  `name: api
type: Backend Service
image: { location: "nginx:1.27", port: 8080 }
http: { path: /, alias: api.internal }
count: 2
network: { connect: true }
entrypoint: run
`,
  `name: site
type: Static Site
files: [{ source: dist, recursive: true, exclude: "*.map" }]
http: { alias: example.com, certificate: "arn:aws:acm:us-east-1:123456789012:certificate/x" }
`,
  `name: hello
type: Request-Driven Web Service
image: { location: "public.ecr.aws/nginx/nginx:1.27", port: 80 }
cpu: 1024
memory: 2048
`,
  `name: prod
type: Environment
network: { vpc: { id: vpc-1, subnets: { public: [{ id: subnet-1 }, { id: subnet-2 }] } } }
observability: { container_insights: true }
`,
  JSON.stringify({
    name: 'api',
    type: 'Backend Service',
    image: { build: { context: 'api' }, port: 8080 },
    cpu: 256,
    memory: 512,
    count: { range: { min: 1, max: 4 }, memory_percentage: 80 },
    variables: { STAGE: 'live' },
    secrets: { TOKEN: { from_cfn: 'shop-token' } },
    sidecars: { log: { image: 'fluent/fluent-bit:3', variables: { A: 'b' } } },
    storage: { volumes: { data: { path: '/data', efs: { id: 'fs-1', uid: 1000, gid: 1000 } } } },
    environments: { prod: { memory: 1024 } },
  }),
]

export const copilot: readonly string[] = [web, job, worker, ...others]
