import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design, Element } from '../design/design'
import { mapStrings, refer, referencesIn, resolveText } from '../design/references'
import { defaultAttribute, identifierOf, kindOf } from '../elements/kinds'
import { terraformExport } from '../exports/terraform'
import { design } from '../testing/arbitraries'
import { corpusFiles, corpusFolder } from '../testing/corpus'
import { parseHcl } from '../testing/hcl-parser'
import { runs, torture } from '../testing/runs'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { importFiles } from './import-files'
import { countNotes, type Imported } from './report'
import { terraformImport } from './terraform'
import { blocksOf, type HclBlock, type SyntaxNode } from './terraform/syntax'

function imported(...files: readonly { readonly name: string; readonly text: string }[]): Imported {
  const result = importFiles(files, { parsers: { hcl: parseHcl } })
  if (!result.ok) throw new Error(english(result.error.what))
  return result.value
}

const hcl = (text: string) => imported({ name: 'main.tf', text })
const show = (value: object) =>
  imported({
    name: 'plan.json',
    text: JSON.stringify({ format_version: '1.2', terraform_version: '1.9.0', ...value }),
  })
const said = ({ report }: Imported) =>
  report.notes.map(({ kind, pointer, text }) => `${kind} ${pointer}: ${english(text)}`)

describe('text', () => {
  test('resources are elements, references between them are lines', () => {
    const { design } = hcl(`
      resource "aws_ecs_cluster" "shop" {
        name = "shop"
        setting {
          name  = "containerInsights"
          value = "enabled"
        }
      }

      resource "aws_ecs_service" "web" {
        name            = "web"
        cluster         = aws_ecs_cluster.shop.id
        task_definition = "\${aws_ecs_task_definition.web.family}"
        desired_count   = 2
        network_configuration {
          subnets          = [aws_subnet.a.id]
          assign_public_ip = false
        }
      }

      resource "aws_ecs_task_definition" "web" {
        family                = "web"
        container_definitions = jsonencode([{ name = "web", image = "nginx:1.27" }])
      }

      resource "aws_subnet" "a" {
        cidr_block = "10.0.0.0/24"
        tags       = { Name = "shop-a" }
      }
    `)
    expect(design.elements).toMatchObject({
      shop: {
        kind: 'cluster',
        spec: { clusterName: 'shop', settings: [{ name: 'containerInsights', value: 'enabled' }] },
      },
      web: {
        kind: 'service',
        spec: {
          serviceName: 'web',
          cluster: '@{shop.arn}',
          taskDefinition: '@{web-task-definition}',
          desiredCount: 2,
          networkConfiguration: { awsvpcConfiguration: { subnets: ['@{a}'], assignPublicIp: 'DISABLED' } },
        },
      },
      'web-task-definition': {
        spec: { containerDefinitions: [{ name: 'web', image: '@{docker-hub}nginx:1.27' }] },
      },
      a: { kind: 'subnet', label: 'shop-a' },
    })
  })

  test('parts stand in the spec of what they are part of', () => {
    const { design } = hcl(`
      resource "aws_lb" "front" {
        name               = "front"
        load_balancer_type = "application"
        idle_timeout       = 120
      }
      resource "aws_lb_listener" "https" {
        load_balancer_arn = aws_lb.front.arn
        port              = 443
        protocol          = "HTTPS"
        certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/a"
        default_action {
          type             = "forward"
          target_group_arn = aws_lb_target_group.web.arn
        }
      }
      resource "aws_lb_listener_rule" "api" {
        listener_arn = aws_lb_listener.https.arn
        priority     = 10
        action {
          type             = "forward"
          target_group_arn = aws_lb_target_group.web.arn
        }
        condition {
          path_pattern { values = ["/api/*"] }
        }
      }
      resource "aws_lb_target_group" "web" {
        name = "web"
        port = 8080
        health_check { path = "/health" }
        deregistration_delay = 30
      }
    `)
    expect(design.elements.front?.spec).toMatchObject({
      LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '120' }],
      Listeners: [
        {
          Port: 443,
          Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a' }],
          DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{web}' }],
          Rules: [
            {
              Priority: 10,
              Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }],
              Actions: [{ Type: 'forward', TargetGroupArn: '@{web}' }],
            },
          ],
        },
      ],
    })
    expect(design.elements.web?.spec).toMatchObject({
      HealthCheckPath: '/health',
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
    })
  })

  test('rules of security groups, however they are written', () => {
    const { design } = hcl(`
      resource "aws_security_group" "web" {
        name = "web"
        ingress {
          from_port       = 80
          to_port         = 80
          protocol        = "tcp"
          cidr_blocks     = ["10.0.0.0/8", "192.168.0.0/16"]
          security_groups = [aws_security_group.front.id]
        }
      }
      resource "aws_security_group" "front" { name = "front" }
      resource "aws_security_group_rule" "out" {
        type              = "egress"
        security_group_id = aws_security_group.front.id
        protocol          = "-1"
        from_port         = 0
        to_port           = 0
        cidr_blocks       = ["10.0.0.0/8"]
      }
    `)
    expect(design.elements.web?.spec).not.toHaveProperty('Ingress')
    expect(design.elements.web?.spec.SecurityGroupIngress).toEqual([
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '10.0.0.0/8' },
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '192.168.0.0/16' },
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: '@{front}' },
    ])
    expect(design.elements.front?.spec.SecurityGroupEgress).toEqual([
      { IpProtocol: '-1', CidrIp: '10.0.0.0/8' },
    ])
  })

  test('values of variables, locals and policy documents take their place', () => {
    const { design } = hcl(`
      variable "stage" { default = "production" }
      locals {
        name = "shop-\${var.stage}"
        tags = merge({ stage = var.stage }, { team = "a" })
      }
      data "aws_iam_policy_document" "trust" {
        statement {
          actions = ["sts:AssumeRole"]
          principals {
            type        = "Service"
            identifiers = ["ecs-tasks.amazonaws.com"]
          }
        }
      }
      resource "aws_iam_role" "task" {
        name               = upper(local.name)
        assume_role_policy = data.aws_iam_policy_document.trust.json
        tags               = local.tags
      }
    `)
    expect(design.elements.task?.spec).toEqual({
      RoleName: 'SHOP-PRODUCTION',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      }),
      Tags: [
        { Key: 'stage', Value: 'production' },
        { Key: 'team', Value: 'a' },
      ],
    })
  })

  test('numbers that nobody knows yet do not hide what a heredoc says besides', () => {
    const { design } = hcl(`
      resource "aws_ecs_task_definition" "web" {
        family                = "web-\${var.name}"
        container_definitions = <<-JSON
          [{ "name": "web", "image": "\${var.image}:1", "portMappings": [{ "containerPort": \${var.port} }] }]
        JSON
      }
    `)
    expect(design.elements.web?.spec).toEqual({
      family: 'web-${var.name}',
      containerDefinitions: [
        { name: 'web', image: '${var.image}:1', portMappings: [{ containerPort: '${var.port}' }] },
      ],
    })
  })

  test('what is not understood is kept as it was written, one by one', () => {
    const result = hcl(`
      module "vpc" {
        source = "./vpc"
      }
      resource "aws_ecs_service" "web" {
        count   = 3
        name    = "web"
        cluster = module.ecs.cluster_id
        dynamic "load_balancer" {
          for_each = var.targets
          content { target_group_arn = load_balancer.value }
        }
        lifecycle { ignore_changes = [desired_count] }
      }
    `)
    expect(result.design.elements.web?.spec.cluster).toBe('${module.ecs.cluster_id}')
    expect(said(result)).toEqual(
      expect.arrayContaining([
        'kept /module/vpc: Module “vpc” is kept as it was written: what it makes is in “./vpc”, not in these files. The plan (terraform show -json) has all of it.',
        'dropped /resource/aws_ecs_service/web/count: It is one element: how many Terraform makes of it, by “count”, is not in the design.',
        'dropped /resource/aws_ecs_service/web/dynamic load_balancer: The blocks “load_balancer” are made while Terraform runs, so they are not in the design.',
        'dropped /resource/aws_ecs_service/web/lifecycle: “lifecycle” is Terraform’s own, and not in the design.',
        'kept /resource/aws_ecs_service/web: “${module.ecs.cluster_id}” at /cluster is kept as it was written, because the files do not tell its value.',
      ]),
    )
    expect(JSON.stringify(result.design.terraform)).toContain('./vpc')
  })

  test('modules that everybody uses are drawn as far as their arguments tell', () => {
    const result = hcl(`
      module "cluster" {
        source       = "terraform-aws-modules/ecs/aws//modules/cluster"
        cluster_name = "shop"
      }
      module "front" {
        source = "terraform-aws-modules/alb/aws"
        name   = "front"
        security_group_ingress_rules = {
          web = { from_port = 80, to_port = 80, cidr_ipv4 = "0.0.0.0/0" }
        }
        listeners = {
          http = { port = 80, protocol = "HTTP", forward = { target_group_key = "web" } }
        }
        target_groups = {
          web = { backend_protocol = "HTTP", backend_port = 8080, target_type = "ip" }
        }
      }
      module "web" {
        source      = "terraform-aws-modules/ecs/aws//modules/service"
        name        = "web"
        cluster_arn = module.cluster.arn
        cpu         = 512
        container_definitions = {
          web = {
            image         = "nginx:1.27"
            port_mappings = [{ containerPort = 8080 }]
            log_configuration = { log_driver = "awslogs", options = { awslogs-group = "web" } }
          }
        }
        load_balancer = {
          service = { target_group_arn = module.front.target_groups["web"].arn, container_name = "web", container_port = 8080 }
        }
        security_group_rules = {
          front = { type = "ingress", protocol = "tcp", from_port = 8080, to_port = 8080, source_security_group_id = module.front.security_group_id }
        }
      }
    `)
    expect(result.design.elements).toMatchObject({
      cluster: { kind: 'cluster', spec: { clusterName: 'shop' } },
      front: {
        kind: 'application-load-balancer',
        spec: {
          SecurityGroups: ['@{front-security-group}'],
          Listeners: [{ Port: 80, DefaultActions: [{ TargetGroupArn: '@{web}' }] }],
        },
      },
      web: { kind: 'target-group' },
      'web-service': {
        spec: {
          cluster: '@{cluster.arn}',
          launchType: 'FARGATE',
          loadBalancers: [{ targetGroupArn: '@{web}', containerName: 'web', containerPort: 8080 }],
          networkConfiguration: { awsvpcConfiguration: { securityGroups: ['@{web-security-group}'] } },
        },
      },
      'web-task-definition': {
        spec: {
          cpu: '512',
          containerDefinitions: [
            {
              name: 'web',
              portMappings: [{ containerPort: 8080 }],
              logConfiguration: { logDriver: 'awslogs' },
            },
          ],
        },
      },
      'web-security-group': {
        spec: { SecurityGroupIngress: [{ SourceSecurityGroupId: '@{front-security-group}' }] },
      },
    })
    expect(said(result).filter((text) => text.startsWith('kept /module/'))).toHaveLength(3)
  })

  test('no secret is read', () => {
    const result = hcl(`
      variable "token" {
        sensitive = true
        default   = "hunter2"
      }
      resource "aws_ssm_parameter" "key" {
        name  = "/shop/key"
        type  = "SecureString"
        value = "hunter2"
      }
      resource "aws_secretsmanager_secret_version" "login" {
        secret_id     = "login"
        secret_string = "hunter2"
      }
      resource "aws_db_instance" "db" {
        identifier = "db"
        password   = "hunter2"
      }
      module "db" {
        source          = "./db"
        master_password = "hunter2"
        login           = { user = "a", password = "hunter2" }
      }
      resource "vault_login" "a" { token = "hunter2" }
      variable "logins" {
        description = "로그인"
        default     = { a = "hunter2", b = ["hunter2"] }
        sensitive   = true
      }
      variable "pin" {
        default   = <<-EOT
          hunter2
        EOT
        sensitive = true
      }
    `)
    expect(JSON.stringify(result)).not.toContain('hunter2')
    expect(JSON.stringify(result.design.terraform)).toContain('= null\\n        sensitive   = true\\n      }')
  })

  test.each([
    [
      'brackets in brackets',
      `resource "aws_vpc" "a" { x = ${'['.repeat(5000)}${']'.repeat(5000)} }`,
      'too-deep',
    ],
    [
      'values that refer to each other',
      'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_vpc" "a" { cidr_block = local.a }',
      'ok',
    ],
    [
      'values that grow with each other',
      `locals {\n  a0 = "x"\n${Array.from({ length: 30 }, (_, i) => `  a${i + 1} = [local.a${i}, local.a${i}, local.a${i}]\n`).join('')}}\nresource "aws_vpc" "a" { cidr_block = local.a30 }`,
      'ok',
    ],
    ['a long sum', `resource "aws_vpc" "a" { x = 1${' + 1'.repeat(3000)} }`, 'ok'],
  ])('%s end nothing but themselves', (_, text, outcome) => {
    const result = importFiles([{ name: 'main.tf', text }], { parsers: { hcl: parseHcl } })
    expect(result.ok ? 'ok' : result.error.code).toBe(outcome)
  })

  test.each(['{"family": "web"}', '\n [{}]'])('%j is not in its language', (text) => {
    const result = importFiles([{ name: 'web.json', text }], {
      format: terraformImport,
      parsers: { hcl: parseHcl },
    })
    const line = text.startsWith('{') ? 1 : 2
    expect(result).toMatchObject({ ok: false, error: { code: 'not-hcl', line, column: line } })
  })

  test('a file that is broken is named with its line', () => {
    const result = importFiles(
      [{ name: 'main.tf', text: 'resource "aws_vpc" "a" {\n  cidr_block = \n}\n' }],
      {
        parsers: { hcl: parseHcl },
      },
    )
    expect(result).toMatchObject({ ok: false, error: { code: 'not-hcl', file: 'main.tf' } })
  })
})

describe('plans and states', () => {
  const values = (resources: object[], child_modules: object[] = []) => ({
    root_module: { resources, child_modules },
  })

  test('of a plan, what is known after the apply follows from the configuration', () => {
    const { design } = show({
      planned_values: values([
        {
          address: 'aws_ecs_cluster.main',
          mode: 'managed',
          type: 'aws_ecs_cluster',
          name: 'main',
          values: { name: 'shop', tags: null },
        },
        {
          address: 'aws_ecs_service.web[0]',
          mode: 'managed',
          type: 'aws_ecs_service',
          name: 'web',
          index: 0,
          values: {
            name: 'web',
            desired_count: 2,
            load_balancer: [],
            network_configuration: [{ assign_public_ip: true }],
          },
        },
      ]),
      configuration: {
        root_module: {
          resources: [
            {
              address: 'aws_ecs_service.web',
              expressions: {
                cluster: { references: ['aws_ecs_cluster.main.id', 'aws_ecs_cluster.main'] },
                network_configuration: [{ subnets: { references: ['var.subnets'] } }],
              },
            },
          ],
        },
      },
    })
    expect(design.elements.web?.spec).toEqual({
      serviceName: 'web',
      desiredCount: 2,
      cluster: '@{main.arn}',
      networkConfiguration: {
        awsvpcConfiguration: { assignPublicIp: 'ENABLED', subnets: ['${var.subnets}'] },
      },
    })
  })

  test('of a state, what AWS calls things tells what belongs together, modules included', () => {
    const arn = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop'
    const { design, report } = show({
      values: values(
        [
          {
            address: 'aws_ecs_service.web',
            mode: 'managed',
            type: 'aws_ecs_service',
            name: 'web',
            values: { name: 'web', cluster: arn },
          },
        ],
        [
          {
            address: 'module.ecs',
            resources: [
              {
                address: 'module.ecs.aws_ecs_cluster.this[0]',
                mode: 'managed',
                type: 'aws_ecs_cluster',
                name: 'this',
                values: { id: arn, arn, name: 'shop' },
              },
            ],
          },
        ],
      ),
    })
    expect(design.elements).toMatchObject({
      shop: { kind: 'cluster' },
      web: { spec: { cluster: '@{shop.arn}' } },
    })
    expect(countNotes(report, 'dropped')).toBe(0)
  })

  test('a state file is read as well, and values that it marks as secret are not', () => {
    const result = imported({
      name: 'terraform.tfstate',
      text: JSON.stringify({
        version: 4,
        terraform_version: '1.9.0',
        resources: [
          {
            mode: 'managed',
            type: 'aws_sqs_queue',
            name: 'jobs',
            instances: [
              { attributes: { id: 'https://sqs/jobs', name: 'jobs', visibility_timeout_seconds: 60 } },
            ],
          },
          {
            mode: 'managed',
            type: 'aws_cloudwatch_log_group',
            name: 'logs',
            instances: [
              {
                attributes: { name: '/ecs/a', kms_key_id: 'hunter2' },
                sensitive_attributes: [[{ type: 'get_attr', value: 'kms_key_id' }]],
              },
            ],
          },
        ],
      }),
    })
    expect(result.design.elements.jobs?.spec).toEqual({
      QueueName: 'jobs',
      Attributes: { VisibilityTimeout: '60' },
    })
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })
})

describe('round trip', () => {
  /** What Terraform has no words for, or says in another way. */
  function comparable(design: Design): Record<string, unknown> {
    const elements = Object.entries(design.elements).filter(
      ([, { kind }]) => !UNSAID.has(kind) && !kind.startsWith('kubernetes-'),
    )
    return Object.fromEntries(elements.map(([id, element]) => [id, comparableElement(design, element)]))
  }

  const UNSAID = new Set([
    'users',
    'note',
    'frame',
    'image-registry',
    'availability-zone',
    'region',
    'external-system',
    'task',
    'kubernetes-workload',
  ])

  const OF_NETWORK = new Set(['vpc', 'subnet'])

  function comparableElement(design: Design, { kind, spec, existing }: Element): unknown {
    // What is there already comes back with the name of the variable that says its id.
    const isGiven = existing !== undefined || ['vpc', 'subnet'].includes(kind)
    const said = mapStrings(spec, (text) => bareReferences(design, text))
    const rest: Record<string, unknown> = { ...said }
    for (const member of IMPLIED[kind] ?? []) delete rest[member]
    if (isGiven && design.elements)
      for (const member of ['CidrBlock', 'AvailabilityZone', 'VpcId', 'Tags']) delete rest[member]
    if (kind.endsWith('load-balancer') && Array.isArray(rest.Listeners)) {
      rest.Listeners = [...rest.Listeners].sort((a, b) => Number(a.Port) - Number(b.Port))
    }
    return { kind, spec: withoutOpen(rest) }
  }

  const IMPLIED: Readonly<Record<string, readonly string[]>> = {
    vpc: ['EnableDnsHostnames', 'EnableDnsSupport', 'TagSpecifications'],
    subnet: ['MapPublicIpOnLaunch', 'Routes', 'TagSpecifications'],
    'application-load-balancer': ['Type'],
    'network-load-balancer': ['Type'],
    'ssm-parameter': ['Value'],
    'vpc-endpoint': ['RouteTableIds', 'PrivateDnsEnabled'],
    service: ['desiredCount'],
    'iam-role': ['Policies'],
    'rds-database': ['MasterUsername', 'DBSubnetGroupName'],
  }

  /** A reference to a kind's default attribute may or may not name it. */
  function bareReferences(design: Design, text: string): string {
    return resolveText(text, ({ id, attribute }) => {
      const element = design.elements[id]
      const kind = kindOf(element?.kind ?? '')
      // What Terraform does not make is named there.
      if (element && /^(?:image-registry|kubernetes-.*)$/.test(element.kind))
        return identifierOf(element, attribute, design) ?? refer(id, attribute)
      const isPlain =
        attribute === undefined ||
        attribute === defaultAttribute(kind) ||
        ['resourceId', 'arn', 'name'].includes(attribute)
      return isPlain ? refer(id) : refer(id, attribute)
    })
  }

  /** Without empty lists, placeholders and variables: nobody knows their values. */
  function withoutOpen(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutOpen)
    if (typeof value === 'string')
      return /[<$].*[}>]/.test(value) && referencesIn(value).length === 0 ? '…' : value
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).filter(
      ([name, item]) =>
        !['UserData', 'ClientToken'].includes(name) &&
        !(Array.isArray(item) && item.length === 0) &&
        item !== undefined,
    )
    return Object.fromEntries(members.sort().map(([name, item]) => [name, withoutOpen(item)]))
  }

  test.each(Object.entries({ ...templates, ...validDesigns }))('%s', (name, design) => {
    const { files } = terraformExport.export(design)
    const back = imported(...files.map(({ name, content }) => ({ name, text: content })))
    expect(comparable(back.design)).toEqual(comparable(design))
    // And from there on nothing changes any more.
    if (!Object.hasOwn(templates, name) && !torture) return
    const again = terraformExport.export(back.design).files
    const twice = imported(...again.map(({ name, content }) => ({ name, text: content })))
    const [first, second] = [comparable(back.design), comparable(twice.design)]
    // Only what something is in comes back: a task that runs once is not Terraform's, and so its subnets are not.
    for (const id of Object.keys(first))
      if (!(id in second) && OF_NETWORK.has(back.design.elements[id]?.kind ?? '')) delete first[id]
    expect(second).toEqual(first)
  })
})

test('whatever a design holds, its configuration can be read again', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(design, (of) => {
      const back = imported(
        ...terraformExport.export(of).files.map(({ name, content }) => ({ name, text: content })),
      )
      terraformExport.export(back.design)
    }),
    { numRuns: runs(8, 1000) },
  )
})

const samples = corpusFiles('terraform').filter((name) => name.endsWith('.tf'))

/** The literal texts and numbers of an expression. */
function literals(node: SyntaxNode): string[] {
  if (node.type === 'template_literal' || node.type === 'numeric_lit') return [node.text]
  return node.namedChildren.flatMap((child) => (child ? literals(child) : []))
}

describe.runIf(samples.length > 0)('real configurations', () => {
  test.each(samples)('%s: nothing is lost silently', (name) => {
    const text = readFileSync(corpusFolder('terraform') + name, 'utf8')
    const { design, report } = imported({ name, text })
    const kept = JSON.stringify(design)
    const lost: string[] = []
    const look = (block: HclBlock, pointer: string) => {
      for (const { name: argument, expression } of block.attributes) {
        const at = `${pointer}/${argument}`
        const isSaid = report.notes.some(
          ({ kind, pointer: of }) => kind === 'dropped' && `${at}/`.startsWith(`${of}/`),
        )
        // Every word of its literal texts is in the design, be it in a value or in what is kept as it was written.
        const words = literals(expression).flatMap((text) => text.match(/[\w.:/*-]{3,}/g) ?? [])
        // `service/…` is what a reference to a service says by itself.
        const absent = words.filter((word) => word !== 'service/' && !kept.includes(word))
        if (absent.length > 0 && !isSaid) lost.push(`${at}: ${absent.join(', ')}`)
      }
      block.blocks.forEach((inner) => {
        look(inner, `${pointer}/${inner.type}`)
      })
    }
    for (const block of blocksOf(parseHcl(text))) look(block, `/${[block.type, ...block.labels].join('/')}`)
    expect(lost).toEqual([])
    // And every block is told of.
    const told = new Set(report.notes.map((note) => note.pointer.split('/').slice(0, 4).join('/')))
    for (const { type, labels } of blocksOf(parseHcl(text))) {
      const at = `/${[type, ...labels].join('/')}`
      expect(
        [...told].some((pointer) => pointer === at || pointer.startsWith(`${at}/`)),
        at,
      ).toBe(true)
    }
  })
})
