/** Begun in the composer for somebody else, then seen and taken out; whom it is for is said at once. */
export const TYPED_ELSEWHERE = [
  'mum can you pick me up at {n}',
  'hey {who} are you coming on saturday',
  '{who} where are you',
  'dad did you feed the cat',
  'milk eggs bread butter and {n} apples',
  'dear mr {who}, i am sorry that i could not',
  'lol {who} did you see what she posted',
  'hi {who}, thanks for the invitation, i would love to',
  '@{who} can you review my pull request when you are back',
  'hey guys training is moved to {n}',
  'mum says dinner is at {n}',
  'happy birthday {who}!! hope you have a great',
  '{who} stop kicking my chair lol',
  'hey {who} what did we have for homework in french',
  'pizza place near the station',
  'weather saturday',
  'to do: call the dentist, pay rent, write to {who}',
  'love you too grandma, see you on sunday',
  '{who} is typing this now hahaha',
  'haha {who} give me back my keyboard',
  'cheap flights to lisbon in may',
  'hey babe i will be {n} minutes late',
  'hi team, the standup is moved to {n}',
  'football results today',
] as const

/** What lands in a composer without being written. */
export const NOISES = [
  'ggggggggg',
  'asdkfjlsk',
  'jjjjjjjj',
  ';;;;;;;;;',
  'hhhhhjjjj',
  ',,,,,,,,,,',
  '00000000',
  'dfdfdfdf',
] as const

export const PASTES = [
  'The committee met for the fourth time on Tuesday and again could not agree on where the new library should stand, since two of the three sites are flooded every spring.',
  'https://maps.example/route?from=harbour&to=old-town&mode=walk',
  'Order 48-2207, 1 desk lamp (green), delivered to the neighbour on the second floor, please sign the card that was left in the letter box.',
  'function total(items) {\n  let sum = 0\n  for (const item of items) sum += item.price * item.count\n  return sum\n}',
  'Ingredients: 300 g flour, 150 g butter, 1 egg, a pinch of salt. Rub the butter into the flour, add the egg and let the dough rest for half an hour.',
  'Dear all, the room for tomorrow has changed, we meet in 2.14 instead of 1.07. The agenda stays the same.',
  'The hedgehog sleeps from November to March and loses about a third of its weight.',
  '2x + 5 = 17\n2x = 12\nx = 6',
] as const

/** Said to somebody in the room, or on the telephone; whom it is for is said at once. */
export const SPOKEN_ELSEWHERE = [
  'mum i am in here',
  'no {who} that is mine give it back',
  'yes mum five more minutes',
  'hello this is {who} speaking',
  'hi {who} i will call you back in ten minutes',
  '{who} can you close the door please',
  'the dog wants to go out dad',
  'thanks just put it on the table',
  '{who} have you seen my charger',
  'hey {who} good to see you come in',
  'two coffees and a slice of the lemon cake please',
  'come in it is open',
  'sweetie leave the cat alone',
  'yes hello i am still in the queue',
  'guys could you be a bit quieter in the kitchen',
  'dad the parcel is here',
  'bye {who} see you tomorrow at practice',
  'oh hi grandma yes i am doing my homework',
  'and now the weather for the north of the country',
  '{who} it is your turn to set the table',
] as const
