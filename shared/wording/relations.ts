/** A relation code comes in; out go its words from either end of the edge and as the heading of a group. */
import type { EdgeRelation } from '../contract/citation.ts'
import type { Language } from './language.ts'

/** `active` is said of the acting instrument («thực hiện»), `passive` of the one acted on, `heading` names a group. */
export interface RelationWording {
  readonly active: string
  readonly passive: string
  readonly heading: string
  readonly passiveHeading: string
}

const RELATION_WORDING = {
  basis: {
    vi: {
      active: 'căn cứ',
      passive: 'là căn cứ của',
      heading: 'Căn cứ',
      passiveHeading: 'Là căn cứ của',
    },
    en: {
      active: 'is based on',
      passive: 'is the basis of',
      heading: 'Basis',
      passiveHeading: 'Is the basis of',
    },
  },
  implements: {
    vi: {
      active: 'thực hiện',
      passive: 'được thực hiện bởi',
      heading: 'Thực hiện',
      passiveHeading: 'Được thực hiện bởi',
    },
    en: {
      active: 'implements',
      passive: 'is implemented by',
      heading: 'Implements',
      passiveHeading: 'Implemented by',
    },
  },
  continues: {
    vi: {
      active: 'tiếp tục thực hiện',
      passive: 'được tiếp tục thực hiện bởi',
      heading: 'Tiếp tục thực hiện',
      passiveHeading: 'Được tiếp tục thực hiện bởi',
    },
    en: {
      active: 'continues',
      passive: 'is continued by',
      heading: 'Continues',
      passiveHeading: 'Continued by',
    },
  },
  guides: {
    vi: {
      active: 'hướng dẫn',
      passive: 'được hướng dẫn bởi',
      heading: 'Hướng dẫn',
      passiveHeading: 'Được hướng dẫn bởi',
    },
    en: { active: 'guides', passive: 'is guided by', heading: 'Guides', passiveHeading: 'Guided by' },
  },
  reviews: {
    vi: {
      active: 'sơ kết, tổng kết',
      passive: 'được sơ kết, tổng kết bởi',
      heading: 'Sơ kết, tổng kết',
      passiveHeading: 'Được sơ kết, tổng kết bởi',
    },
    en: { active: 'reviews', passive: 'is reviewed by', heading: 'Reviews', passiveHeading: 'Reviewed by' },
  },
  amends: {
    vi: {
      active: 'sửa đổi, bổ sung',
      passive: 'được sửa đổi, bổ sung bởi',
      heading: 'Sửa đổi, bổ sung',
      passiveHeading: 'Được sửa đổi, bổ sung bởi',
    },
    en: { active: 'amends', passive: 'is amended by', heading: 'Amends', passiveHeading: 'Amended by' },
  },
  replaces: {
    vi: {
      active: 'thay thế',
      passive: 'bị thay thế bởi',
      heading: 'Thay thế',
      passiveHeading: 'Bị thay thế bởi',
    },
    en: { active: 'replaces', passive: 'is replaced by', heading: 'Replaces', passiveHeading: 'Replaced by' },
  },
  repeals: {
    vi: {
      active: 'bãi bỏ',
      passive: 'bị bãi bỏ bởi',
      heading: 'Bãi bỏ',
      passiveHeading: 'Bị bãi bỏ bởi',
    },
    en: { active: 'repeals', passive: 'is repealed by', heading: 'Repeals', passiveHeading: 'Repealed by' },
  },
  promulgates: {
    vi: {
      active: 'ban hành',
      passive: 'được ban hành bởi',
      heading: 'Ban hành',
      passiveHeading: 'Được ban hành bởi',
    },
    en: {
      active: 'promulgates',
      passive: 'is promulgated by',
      heading: 'Promulgates',
      passiveHeading: 'Promulgated by',
    },
  },
  mentions: {
    vi: {
      active: 'nhắc đến',
      passive: 'được nhắc đến bởi',
      heading: 'Nhắc đến',
      passiveHeading: 'Được nhắc đến bởi',
    },
    en: {
      active: 'mentions',
      passive: 'is mentioned by',
      heading: 'Mentions',
      passiveHeading: 'Mentioned by',
    },
  },
} as const satisfies Readonly<Record<EdgeRelation, Readonly<Record<Language, RelationWording>>>>

/** Relations in the order groups are shown: what binds most first. */
export const RELATION_ORDER = [
  'basis',
  'implements',
  'continues',
  'guides',
  'promulgates',
  'reviews',
  'amends',
  'replaces',
  'repeals',
  'mentions',
] as const satisfies readonly EdgeRelation[]

/** The words of a relation from both ends. */
export function relationWording(relation: EdgeRelation, language: Language = 'vi'): RelationWording {
  return RELATION_WORDING[relation][language]
}
