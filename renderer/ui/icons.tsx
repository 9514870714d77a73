/** The interface's own icons, from Lucide: one place that says which, so that the same thing looks the same everywhere. */
import type { LucideIcon } from 'lucide-react'
import {
  ArrowDown,
  ArrowLeft,
  ArrowLeftRight,
  ArrowRight,
  ArrowUp,
  Check,
  CheckCheck,
  ChevronDown,
  ChevronRight,
  CircleHelp,
  CircleSlash,
  Coins,
  Copy,
  Download,
  Expand,
  ExternalLink,
  FileDiff,
  FilePen,
  FolderOpen,
  FoldVertical,
  Funnel,
  Gavel,
  GitMerge,
  History,
  KeyRound,
  LayoutDashboard,
  ListTree,
  LocateFixed,
  Lock,
  Maximize,
  MessageCircleQuestionMark,
  MessageSquare,
  MessageSquarePlus,
  Moon,
  MousePointer2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Pencil,
  Pin,
  Plus,
  Redo2,
  Reply,
  RotateCcw,
  Search,
  Shapes,
  ShieldCheck,
  StickyNote,
  Sun,
  Tags,
  Trash2,
  Undo2,
  Upload,
  UserRound,
  Wrench,
  X,
} from 'lucide-react'

const sized = (Icon: LucideIcon) => (props: { readonly size?: number }) => (
  <Icon size={props.size ?? 16} strokeWidth={1.75} aria-hidden />
)

export const CloseIcon = sized(X)
export const UpIcon = sized(ArrowUp)
export const DownIcon = sized(ArrowDown)
export const PreviousIcon = sized(ArrowLeft)
export const NextIcon = sized(ArrowRight)
export const FullScreenIcon = sized(Expand)
export const SearchIcon = sized(Search)
export const UndoIcon = sized(Undo2)
export const RedoIcon = sized(Redo2)
export const FitIcon = sized(Maximize)
export const ArrangeIcon = sized(LayoutDashboard)
export const CheckIcon = sized(ShieldCheck)
export const ExportIcon = sized(Download)
export const ImportIcon = sized(Upload)
export const OpenIcon = sized(FolderOpen)
export const MenuArrowIcon = sized(ChevronDown)
export const LightIcon = sized(Sun)
export const DarkIcon = sized(Moon)
export const OpenedIcon = sized(ChevronRight)
export const AddIcon = sized(Plus)
export const CopyIcon = sized(Copy)
export const ExternalIcon = sized(ExternalLink)
export const GoToIcon = sized(LocateFixed)
export const FixIcon = sized(Wrench)
export const WhyIcon = sized(CircleHelp)
export const PointerIcon = sized(MousePointer2)
export const ResetIcon = sized(RotateCcw)
export const WaiveIcon = sized(CircleSlash)
export const SwitchIcon = sized(ArrowLeftRight)
export const RoleIcon = sized(KeyRound)
export const FilterIcon = sized(Funnel)
export const DeleteIcon = sized(Trash2)
export const ElementsIcon = sized(Shapes)
export const OutlineIcon = sized(ListTree)
export const LeftPanelIcon = sized(PanelLeft)
export const BottomPanelIcon = sized(PanelBottom)
export const RightPanelIcon = sized(PanelRight)
export const LockedIcon = sized(Lock)
export const FoldedIcon = sized(FoldVertical)
export const HistoryIcon = sized(History)
export const FileChangedIcon = sized(FileDiff)
export const MergeIcon = sized(GitMerge)
export const ThreadIcon = sized(MessageSquare)
export const CommentIcon = sized(MessageSquarePlus)
export const ReplyIcon = sized(Reply)
export const EditIcon = sized(Pencil)
export const ResolveIcon = sized(Check)
export const CheckedIcon = sized(Check)
export const MarkReadIcon = sized(CheckCheck)
export const AttachIcon = sized(Pin)
export const AuthorIcon = sized(UserRound)
export const QuestionIcon = sized(MessageCircleQuestionMark)
export const RequestIcon = sized(FilePen)
export const DecisionIcon = sized(Gavel)
export const NoteIcon = sized(StickyNote)
export const CostIcon = sized(Coins)
export const PricesIcon = sized(Tags)
