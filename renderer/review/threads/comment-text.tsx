import { visible } from '../../../shared/basics/characters'
import { useApp } from '../../app-context'
import { textParts } from './text-parts'

/** A comment as it was written: lines stay lines, addresses can be followed. */
export function CommentText({ text }: { readonly text: string }) {
  const app = useApp()
  return (
    <p className="comment-text" dir="auto">
      {textParts(text).map(({ text: part, href }, index) =>
        href === undefined ? (
          visible(part)
        ) : (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text
            key={index}
            href={href}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault()
              void app.host.openExternal(href)
            }}
          >
            {visible(part)}
          </a>
        ),
      )}
    </p>
  )
}
