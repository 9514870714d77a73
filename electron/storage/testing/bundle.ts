/** Child processes for tests that kill: plain Node on one file, because anything else takes longer to start than to die. */
import { join } from 'node:path'
import { build } from 'vite'

/** Builds `<name>.ts` of this folder; answers the path of the script. */
export async function bundled(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(__dirname, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } },
    },
  })
  return join(folder, `${name}.mjs`)
}
