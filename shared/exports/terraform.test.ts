/** HashiCorp's own formatter and parser read what we write; the provider's schema knows every argument. */
import { format } from '@cdktf/hcl-tools'
import { parse } from '@cdktf/hcl2json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counterparts } from '../aws/terraform/counterparts'
import { argumentAt, isKnownType } from '../aws/terraform/schema'
import { isObject } from '../basics/json'
import { makers } from '../deployment/makers/by-kind'
import type { Design } from '../design/design'
import { drawing, element, fargateTask } from '../rules/examples'
import { design } from '../testing/arbitraries'
import { nastyDesign } from '../testing/nasty'
import { payloads } from '../testing/payloads'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { terraformExport } from './terraform'

const filesOf = (of: Design) =>
  Object.fromEntries(terraformExport.export(of).files.map(({ name, content }) => [name, content]))

/** What is wrong with a configuration, by those who have to read it. */
async function faultsIn(of: Design): Promise<string[]> {
  const faults: string[] = []
  const declared = new Set<string>()
  const used = new Set<string>()
  for (const [name, content] of Object.entries(filesOf(of))) {
    if ((await format(content)) !== content) faults.push(`${name} is not as terraform fmt leaves it`)
    const read = (await parse(name, content)) as Record<string, unknown>
    faults.push(...unknownArguments(read.resource))
    for (const block of ['variable', 'resource', 'data'] as const) {
      for (const [first, inner] of Object.entries((read[block] ?? {}) as Record<string, object>)) {
        if (block === 'variable') declared.add(`var.${first}`)
        else
          for (const second of Object.keys(inner))
            declared.add(`${block === 'data' ? 'data.' : ''}${first}.${second}`)
      }
    }
    // References stand outside of texts, or in ${…} of them.
    for (const [expression] of JSON.stringify(read).matchAll(/(?<!\$)\$\{[^}]*\}/g)) {
      for (const [found] of expression.matchAll(/\b(?:var\.\w+|(?:data\.)?aws_\w+\.\w+)/g)) used.add(found)
    }
  }
  return [...faults, ...[...used].filter((name) => !declared.has(name)).map((name) => `${name} is nowhere`)]
}

function unknownArguments(resources: unknown): string[] {
  return Object.entries((resources ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([type, all]) => {
      if (!isKnownType(type)) return [`${type} is no resource`]
      const look = (body: unknown, path: string): string[] => {
        if (Array.isArray(body)) return body.flatMap((item) => look(item, path))
        if (!isObject(body) || typeof argumentAt(type, path) !== 'object') return []
        return Object.entries(body).flatMap(([name, value]) => {
          if (path === '' && name === 'depends_on') return []
          const argument = argumentAt(type, `${path}/${name}`)
          return argument === undefined ? [`${type}${path}/${name}`] : look(value, `${path}/${name}`)
        })
      }
      return Object.values(all).flatMap((body) => look(body, ''))
    },
  )
}

describe('a whole configuration', () => {
  test.each(Object.entries({ ...templates, ...validDesigns }))('%s', async (_, of) => {
    expect(await faultsIn(of)).toEqual([])
  })

  test('a deep value is written once, not twice as often with each depth', () => {
    const family = Array.from({ length: 25 }).reduce<unknown>((inner) => [{ a: inner }], 'inmost')
    const text = filesOf(drawing({ task: fargateTask({ family }) }))['main.tf']
    expect(text?.split('"inmost"')).toHaveLength(2)
  })

  test('a member that is called as the schema calls what it says of blocks', async () => {
    const spec = { $: '', loadBalancerAttributes: [{ $: 1 }] }
    expect(await faultsIn(drawing({ lb: element('application-load-balancer', spec) }))).toEqual([])
  })

  test('random designs', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(design, async (of) => {
        expect(await faultsIn(of)).toEqual([])
      }),
      { numRuns: runs(12, 1000) },
    )
  })

  test('whatever the texts are, they stay texts', { timeout: 120_000 }, async () => {
    for (let first = 0; first < runs(2, payloads.length); first++) {
      expect(await faultsIn(nastyDesign(payloads, first * 5))).toEqual([])
    }
  })
})

const main = (of: Design) => filesOf(of)['main.tf'] ?? ''

test('references are expressions, texts of others stay texts', () => {
  const of = drawing({
    repo: element('ecr-repository', { repositoryName: 'web' }),
    task: fargateTask({
      containerDefinitions: [
        { name: 'web', image: '@{repo.uri}:1', command: ['echo', '${HOME} %{if} "quoted" \\'] },
      ],
    }),
  })
  expect(main(of)).toContain('image   = "${aws_ecr_repository.repo.repository_url}:1"')
  expect(main(of)).toContain('["echo", "$${HOME} %%{if} \\"quoted\\" \\\\"]')
})

test('what nobody can know is a variable with its type', () => {
  const of = drawing({ value: element('ssm-parameter', { Name: '/shop/key', Type: 'SecureString' }) })
  expect(filesOf(of)['variables.tf']).toContain(
    `variable "value_value" {
  description = "The value of SSM parameter “/shop/key”."
  type        = string
  sensitive   = true
}`,
  )
  expect(main(of)).toContain('value = var.value_value')
})

test('what the provider has no argument for is said', () => {
  const of = drawing({
    web: element('service', {
      serviceName: 'web',
      monitoring: { metricConfigurations: [] },
      desiredCount: 1,
    }),
  })
  const said = terraformExport.export(of).notes.map(({ code, text }) => `${code}: ${english(text)}`)
  expect(said).toContain(
    'left-out: Terraform’s aws_ecs_service has no argument for “monitoring”. Set it after in AWS.',
  )
})

test('a group that may send anything says so, since Terraform takes that rule away', () => {
  const group = (egress: object) =>
    drawing({ access: element('security-group', { GroupName: 'a', VpcId: 'vpc-1', ...egress }) })
  expect(main(group({}))).toContain('aws_vpc_security_group_egress_rule" "access_all"')
  const own = {
    SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }],
  }
  expect(main(group(own))).not.toContain('access_all')
})

test('what an import kept as it was written comes back as comments', async () => {
  const kept = [{ address: 'module.vpc', file: 'main.tf', text: 'module "vpc" {\n  source = "./vpc"\n}' }]
  const of: Design = {
    ...drawing({ main: element('cluster', { clusterName: 'main' }) }),
    terraform: { kept },
  }
  expect(filesOf(of)['kept.tf']).toBe('# module "vpc" {\n#   source = "./vpc"\n# }\n')
  expect(await faultsIn(of)).toEqual([])
})

test('whatever a design can make has a resource, or is said to have none', () => {
  const without = Object.keys(makers).filter((kind) => !Object.hasOwn(counterparts, kind))
  // A task runs and is gone; for S3 Files the provider has nothing yet.
  expect(without).toEqual(['s3files-file-system', 'task'])
})

test('a secret that stands in a design is asked for, not written', async () => {
  const of = drawing({
    db: element('rds-database', {
      DBInstanceIdentifier: 'db',
      MasterUserPassword: 'hunter2',
      DBSubnetGroupName: 'a',
    }),
  })
  expect(JSON.stringify(terraformExport.export(of))).not.toContain('hunter2')
  expect(main(of)).toContain('= var.db_password')
  expect(await faultsIn(of)).toEqual([])
})
