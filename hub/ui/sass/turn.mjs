// Makes the built styles turn round for right-to-left languages: GOV.UK Frontend speaks of left and
// right, and this says start and end instead. For left-to-right pages nothing changes.
import { readFileSync, writeFileSync } from 'node:fs'

const file = '../static/ui/hub.css'
const side = { left: 'start', right: 'end' }

/** `5px 40px 7px 0` (top, right, bottom, left) as block and inline pairs. */
function shorthand(all, property, values) {
  const parts = values.match(/(?:[^\s()]+|\([^()]*\))+/g)
  if (parts.length !== 4 || parts[1] === parts[3] || values.includes('!')) return all
  const [top, right, bottom, left] = parts
  return `${property}-block:${top} ${bottom};${property}-inline:${left} ${right}`
}

const css = readFileSync(file, 'utf8')
  .replace(/(?<=[{;])(margin|padding|border)-(left|right)(?=[-:])/g, (_, what, to) => `${what}-inline-${side[to]}`)
  .replace(/(?<=[{;])(left|right)(?=:)/g, (_, to) => `inset-inline-${side[to]}`)
  .replace(/(?<=[{;])text-align:(left|right)/g, (_, to) => `text-align:${side[to]}`)
  // Older browsers know no logical float; they keep the physical one.
  .replace(/(?<=[{;])float:(left|right)/g, (all, to) => `${all};float:inline-${side[to]}`)
  .replace(/(?<=[{;])(margin|padding):([^;}]+)/g, shorthand)

writeFileSync(file, css)
