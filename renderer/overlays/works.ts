/** Whose work is in the app: a file that the build writes beside the page, from what is really in it. */
import { z } from 'zod'

const work = z.object({
  name: z.string(),
  version: z.string(),
  /** An SPDX identifier, or `AWS`. */
  licence: z.string(),
  url: z.url({ protocol: /^https$/ }),
  text: z.string(),
})

export type Work = z.infer<typeof work>

/** Reads the file; it is there wherever the app is, with a network or without. */
export async function readWorks(): Promise<readonly Work[]> {
  const answer = await fetch('licences.json')
  return z.array(work).parse(await answer.json())
}

/** Two versions of one package are two works. */
export function workId({ name, version }: Work): string {
  return `${name}@${version}`
}
