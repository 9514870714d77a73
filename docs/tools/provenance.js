/**
 * Writes provenance.json beside a release's files: which commit and which run of which workflow they come from, as an
 * in-toto statement with SLSA's predicate. Run by release.yml: node docs/tools/provenance.js <folder>
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The statement on the files of a folder, made from what GitHub tells a run about itself.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function provenance(folder, env) {
  const repository = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}`
  const subject = readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      digest: {
        sha256: createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      },
    }))
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
        externalParameters: {
          workflow: { ref: env.GITHUB_REF, repository, path: '.github/workflows/release.yml' },
        },
        resolvedDependencies: [
          { uri: `git+${repository}@${env.GITHUB_REF}`, digest: { gitCommit: env.GITHUB_SHA } },
        ],
      },
      runDetails: {
        builder: { id: `${repository}/.github/workflows/release.yml@${env.GITHUB_REF}` },
        metadata: {
          invocationId: `${repository}/actions/runs/${env.GITHUB_RUN_ID}/attempts/${env.GITHUB_RUN_ATTEMPT}`,
        },
      },
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '.'] = process.argv.slice(2)
  const statement = provenance(folder, process.env)
  writeFileSync(join(folder, 'provenance.json'), `${JSON.stringify(statement, null, 2)}\n`)
}
