/** What customers of the shop ask, and the article that answers it. */
export interface Topic {
  /** Of the article: `docs/returns`. */
  readonly article: string;
  readonly question: string;
  /** A sentence or two of the article. */
  readonly passage: string;
  /** The right answer in short. */
  readonly answer: string;
  /** What a careless model says. */
  readonly mistake: string;
}

export const TOPICS: readonly [Topic, ...Topic[]] = [
  {
    article: 'shipping/times',
    question: 'How long does standard delivery to Austria take?',
    passage:
      'Standard delivery takes 2 to 3 working days within Germany and 3 to 5 working days to Austria and Switzerland. Orders placed before 14:00 leave the same day.',
    answer: 'Standard delivery to Austria takes 3 to 5 working days. Orders before 14:00 leave the same day.',
    mistake: 'Standard delivery to Austria takes 1 to 2 working days.',
  },
  {
    article: 'shipping/costs',
    question: 'From which amount is shipping free?',
    passage: 'Shipping is free from 59 euros. Below that it costs 4.90 euros, bulky goods 19.90 euros.',
    answer: 'Shipping is free from 59 euros; below that it costs 4.90 euros.',
    mistake: 'Shipping is always free of charge.',
  },
  {
    article: 'shipping/tracking',
    question: 'Where can I track my parcel?',
    passage:
      'As soon as the parcel leaves the warehouse you get an e-mail with a tracking link. It is also in your account under Orders.',
    answer: 'The tracking link is in the shipping e-mail and in your account under Orders.',
    mistake: 'Parcels can’t be tracked once they have left the warehouse.',
  },
  {
    article: 'shipping/islands',
    question: 'Do you deliver to Heligoland?',
    passage:
      'We deliver to all German islands. Delivery to Heligoland takes two more days and costs no more.',
    answer: 'Yes. Delivery to Heligoland takes two more days and costs no more.',
    mistake: 'No, we don’t deliver to islands.',
  },
  {
    article: 'returns/period',
    question: 'How many days do I have to return an unused tent?',
    passage:
      'Unused goods can be returned within 30 days of delivery. Used camping gear is excluded from returns.',
    answer: 'You can return an unused tent within 30 days of delivery.',
    mistake: 'You have 14 days, and the tent may be used.',
  },
  {
    article: 'returns/label',
    question: 'How do I get a return label?',
    passage: 'A return label can be printed in your account under Orders, Return. It is free within the EU.',
    answer: 'Print it in your account under Orders, Return. It is free within the EU.',
    mistake: 'Please buy a parcel stamp at the post office.',
  },
  {
    article: 'returns/refund',
    question: 'When do I get my money back after a return?',
    passage:
      'Refunds are paid within 5 working days of the arrival of the goods, by the way you paid. Gift cards are refunded as gift cards.',
    answer: 'Within 5 working days of the arrival of the goods, by the way you paid.',
    mistake: 'Refunds are paid at the end of the quarter.',
  },
  {
    article: 'returns/exchange',
    question: 'Can I swap my boots for another size?',
    passage:
      'Exchange for another size is free within 30 days. Choose Exchange instead of Refund when you print the label.',
    answer: 'Yes, free within 30 days: choose Exchange when you print the label.',
    mistake: 'No, you need to order again and return the first pair.',
  },
  {
    article: 'warranty/jackets',
    question: 'My rain jacket leaks after two years. Is that covered?',
    passage:
      'Waterproof jackets have a warranty of 3 years on seams and membrane. Send us a picture of the fault and the order number.',
    answer:
      'Yes: seams and membrane are covered for 3 years. Send a picture of the fault and the order number.',
    mistake: 'No, the warranty of jackets ends after one year.',
  },
  {
    article: 'warranty/stoves',
    question: 'How long is the warranty on gas stoves?',
    passage: 'Gas stoves have a warranty of 5 years. Seals are wearing parts and are not covered.',
    answer: 'Gas stoves have 5 years of warranty; seals are not covered.',
    mistake: 'Gas stoves have 2 years of warranty, seals included.',
  },
  {
    article: 'sizing/boots',
    question: 'Do your hiking boots run small?',
    passage:
      'Hiking boots of the Ridge series run small: take half a size more. The Valley series runs true to size.',
    answer: 'The Ridge series runs small, take half a size more. The Valley series runs true to size.',
    mistake: 'All boots run large: take one size less.',
  },
  {
    article: 'sizing/backpacks',
    question: 'Which backpack size fits a back length of 48 cm?',
    passage:
      'Back length up to 45 cm: S. 45 to 50 cm: M. Above 50 cm: L. Measure from the seventh vertebra to the hip bone.',
    answer: 'Size M fits back lengths from 45 to 50 cm.',
    mistake: 'Size L fits from 40 cm.',
  },
  {
    article: 'payment/methods',
    question: 'Can I pay by invoice?',
    passage:
      'We take cards, PayPal, direct debit and, from the second order on, invoices of up to 500 euros.',
    answer: 'Yes, from your second order on and up to 500 euros.',
    mistake: 'Invoices are offered to companies only.',
  },
  {
    article: 'payment/giftcards',
    question: 'Do gift cards expire?',
    passage: 'Gift cards are valid for 3 years from the end of the year in which they were bought.',
    answer: 'They are valid for 3 years from the end of the year in which they were bought.',
    mistake: 'Gift cards never expire.',
  },
  {
    article: 'payment/instalments',
    question: 'Is there a way to pay in instalments?',
    passage: 'Orders from 150 euros can be paid in 3 or 6 monthly instalments without interest.',
    answer: 'Yes: from 150 euros in 3 or 6 monthly instalments without interest.',
    mistake: 'Instalments cost 9.9 % interest a year.',
  },
  {
    article: 'care/down',
    question: 'How do I wash a down sleeping bag?',
    passage:
      'Wash down at 30 degrees with down detergent, spin slowly, and tumble dry with tennis balls until no clumps are left.',
    answer: 'At 30 degrees with down detergent, slow spin, then tumble dry with tennis balls.',
    mistake: 'Down sleeping bags must be dry cleaned.',
  },
  {
    article: 'care/membrane',
    question: 'How often should I re-proof my jacket?',
    passage:
      'Re-proof after every third wash, or when water no longer beads off. Ironing lightly revives the finish.',
    answer: 'After every third wash, or when water no longer beads off.',
    mistake: 'Membrane jackets never need to be re-proofed.',
  },
  {
    article: 'care/boots',
    question: 'What grease do you recommend for leather boots?',
    passage: 'Use a beeswax grease for smooth leather. Nubuck and suede need a spray without wax.',
    answer: 'Beeswax grease for smooth leather; a spray without wax for nubuck and suede.',
    mistake: 'Any cooking oil will do.',
  },
  {
    article: 'products/tents',
    question: 'Which tent do you recommend for two people in winter?',
    passage:
      'The Norden 2 is our four-season tent for two: 2.9 kg, 4000 mm fly, snow skirts. The Sommer 2 is for three seasons.',
    answer: 'The Norden 2: four seasons, 2.9 kg, 4000 mm fly and snow skirts.',
    mistake: 'The Sommer 2 is best in winter.',
  },
  {
    article: 'products/stoves',
    question: 'Which stove works at minus 15 degrees?',
    passage:
      'Below minus 10 degrees gas canisters lose pressure. The Flint multi-fuel stove burns petrol down to minus 30 degrees.',
    answer: 'The Flint multi-fuel stove: it burns petrol down to minus 30 degrees.',
    mistake: 'Every gas stove works at any temperature.',
  },
  {
    article: 'products/lamps',
    question: 'How long does the Glow 400 headlamp last at full power?',
    passage:
      'The Glow 400 shines 400 lumens for 4 hours, 100 lumens for 20 hours. It charges by USB-C in 2 hours.',
    answer: 'Four hours at 400 lumens, 20 hours at 100 lumens.',
    mistake: 'About 40 hours.',
  },
  {
    article: 'account/delete',
    question: 'How can I delete my account?',
    passage:
      'Accounts are deleted in Settings, Privacy. Open orders must be finished first; invoices are kept for 10 years by law.',
    answer: 'In Settings, Privacy, once open orders are finished. Invoices are kept for 10 years by law.',
    mistake: 'Accounts can’t be deleted.',
  },
  {
    article: 'account/password',
    question: 'I don’t get the e-mail to reset my password.',
    passage:
      'Reset e-mails come within 5 minutes. Look into the spam folder, and add no-reply@trailshop.example to your contacts.',
    answer:
      'It comes within 5 minutes; look into the spam folder and add no-reply@trailshop.example to your contacts.',
    mistake: 'Please make a new account.',
  },
  {
    article: 'stores/hours',
    question: 'Is the store in Hamburg open on Saturdays?',
    passage: 'Hamburg: Monday to Friday 10 to 19, Saturday 10 to 18. Munich: Monday to Saturday 10 to 20.',
    answer: 'Yes, on Saturdays from 10 to 18.',
    mistake: 'The store in Hamburg is closed on Saturdays.',
  },
];
