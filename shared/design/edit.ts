/** The only way to change a design. Everything that follows a change (undo, autosave, checking) builds on its patches. */
import { type Draft, enablePatches, type Patch, produceWithPatches } from 'immer'
import type { Design } from './design'
import { inPlace, withPlaces } from './replay'

enablePatches()

export type DesignDraft = Draft<Design>

export interface Edit {
  readonly design: Design
  /** What changed, as immer patches; empty when the recipe changed nothing. */
  readonly patches: readonly Patch[]
  /** What brings the old design back, member order included. */
  readonly inverse: readonly Patch[]
}

/** Runs a recipe on a draft. Parts of the design that it leaves alone keep their identity. */
export function edit(design: Design, recipe: (draft: DesignDraft) => void): Edit {
  const [next, patches, inverse] = produceWithPatches(design, (draft) => {
    recipe(draft)
  })
  return { design: inPlace(design, next, patches), patches, inverse: withPlaces(design, inverse) }
}
