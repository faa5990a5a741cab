// The door to what Trinvis sends by itself beside reminders. Must hold nothing but names.
export { downtimeCard } from './views/service/downtime';
export { anchorCard, fallbackCard, forecastCard, overdueCard, unreachableCard } from './views/service/notes';
export {
  chatMadeCard,
  chatNotKeptCard,
  consentCard,
  errandFailedCard,
  errandUndoneCard,
  groupChangeCard,
  networkMadeCard,
} from './views/service/graph';
