/** The four files of a Terraform configuration, as its users expect to find them. */
import { type Argument, argumentAt, providerVersion } from '../../aws/terraform/schema'
import { isObject } from '../../basics/json'
import type { Deployment, Input } from '../../deployment/deployment'
import type { Design } from '../../design/design'
import { english } from '../../texts/text'
import { type Inputs, lookedUp, withExpressions } from './expressions'
import { type Attribute, type Block, Expression, hclFile, quoted } from './hcl'
import { identifier, type Made, type Workbench } from './made'

/** Resources, in an order in which each stands after what it needs. */
export function mainFile(bench: Workbench, { inputs }: Deployment): string {
  const byName = new Map(inputs.map((input) => [input.name, input]))
  const sources = inputs.flatMap((input): Block[] => {
    const found = lookedUp(input)
    if (!found) return []
    const id = new Expression(`var.${identifier(input.name)}`)
    return [{ head: `data ${quoted(found.type)} ${quoted(found.name)}`, items: [{ name: 'id', value: id }] }]
  })
  return hclFile([...sources, ...bench.made.map((made) => resourceBlock(bench, byName, made))])
}

function resourceBlock(bench: Workbench, inputs: Inputs, made: Made): Block {
  const body = withExpressions(bench, inputs, made.body) as Readonly<Record<string, unknown>>
  const before = made.after.flatMap((call) => bench.byCall.get(call) ?? []).filter((other) => other !== made)
  const needed = [...new Set(before.map(({ type, name }) => `${type}.${name}`))].map(
    (one) => new Expression(one),
  )
  return {
    head: `resource ${quoted(made.type)} ${quoted(made.name)}`,
    items: [
      ...itemsOf(made, body, ''),
      ...(needed.length > 0 ? [{ name: 'depends_on', value: needed, last: true } as const] : []),
    ],
  }
}

/** Arguments and blocks in the order of the design, arguments first. */
function itemsOf(made: Made, body: Readonly<Record<string, unknown>>, path: string): (Attribute | Block)[] {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue
    const argument = argumentAt(made.type, `${path}/${name}`)
    if (!isBlock(argument)) {
      const isOne = typeof argument === 'object' && argument.$ === '1a' && Array.isArray(value)
      attributes.push({ name, value: isOne ? value[0] : value })
      continue
    }
    for (const item of Array.isArray(value) ? value : [value]) {
      if (isObject(item)) blocks.push({ head: name, items: itemsOf(made, item, `${path}/${name}`) })
    }
  }
  return [...attributes, ...blocks]
}

function isBlock(argument: Argument | undefined): boolean {
  return typeof argument === 'object' && (argument.$ === '1' || argument.$ === '*')
}

/** What has to be known before; the Region has the design's as its default. */
export function variablesFile(design: Design, { inputs }: Deployment): string {
  const region: Block = {
    head: 'variable "region"',
    items: [
      { name: 'description', value: 'The AWS Region.' },
      { name: 'type', value: new Expression('string') },
      ...(design.region === undefined ? [] : [{ name: 'default', value: design.region }]),
    ],
  }
  return hclFile([region, ...inputs.map(variableBlock)])
}

function variableBlock({ name, many, type, text }: Input): Block {
  return {
    head: `variable ${quoted(identifier(name))}`,
    items: [
      { name: 'description', value: english(text) },
      { name: 'type', value: new Expression(many ? 'list(string)' : 'string') },
      ...(type === 'secret-value' ? [{ name: 'sensitive', value: true }] : []),
    ],
  }
}

/** What people look for after `terraform apply`. */
const outputs: Readonly<Record<string, readonly [attribute: string, ending: string, what: string]>> = {
  aws_lb: ['dns_name', 'dns_name', 'DNS name of the load balancer.'],
  aws_elb: ['dns_name', 'dns_name', 'DNS name of the load balancer.'],
  aws_ecs_cluster: ['name', 'cluster_name', 'Name of the cluster.'],
  aws_ecs_service: ['name', 'service_name', 'Name of the service.'],
  aws_ecr_repository: ['repository_url', 'repository_url', 'Where images are pushed to.'],
  aws_efs_file_system: ['id', 'file_system_id', 'Id of the file system.'],
  aws_eks_cluster: ['endpoint', 'endpoint', 'Address of the Kubernetes API.'],
  aws_sqs_queue: ['url', 'queue_url', 'URL of the queue.'],
}

/** Outputs of what others need to know. */
export function outputsFile({ made }: Workbench): string {
  return hclFile(
    made.flatMap(({ type, name }): Block[] => {
      const output = outputs[type]
      if (!output) return []
      const [attribute, ending, what] = output
      const items = [
        { name: 'description', value: what },
        { name: 'value', value: new Expression(`${type}.${name}.${attribute}`) },
      ]
      return [{ head: `output ${quoted(`${name}_${ending}`)}`, items }]
    }),
  )
}

/** Versions of Terraform and the provider whose arguments these are. */
export function versionsFile(): string {
  const [major, minor] = providerVersion.split('.')
  return hclFile([
    {
      head: 'terraform',
      items: [
        { name: 'required_version', value: '>= 1.6.0' },
        {
          head: 'required_providers',
          items: [{ name: 'aws', value: { source: 'hashicorp/aws', version: `~> ${major}.${minor}` } }],
        },
      ],
    },
    { head: 'provider "aws"', items: [{ name: 'region', value: new Expression('var.region') }] },
  ])
}
