// The scripts and blocks that Java 17 knows by name (Unicode 13). JavaScript knows more scripts and no blocks.

import { MAX_CODE_POINT } from './char-set.ts';

/** `Character.UnicodeScript`: name and ISO 15924 code. */
const SCRIPTS = `
adlam:adlm ahom:ahom anatolian_hieroglyphs:hluw arabic:arab armenian:armn avestan:avst balinese:bali bamum:bamu
bassa_vah:bass batak:batk bengali:beng bhaiksuki:bhks bopomofo:bopo brahmi:brah braille:brai buginese:bugi
buhid:buhd canadian_aboriginal:cans carian:cari caucasian_albanian:aghb chakma:cakm cham:cham cherokee:cher
chorasmian:chrs common:zyyy coptic:copt cuneiform:xsux cypriot:cprt cyrillic:cyrl deseret:dsrt devanagari:deva
dives_akuru:diak dogra:dogr duployan:dupl egyptian_hieroglyphs:egyp elbasan:elba elymaic:elym ethiopic:ethi
georgian:geor glagolitic:glag gothic:goth grantha:gran greek:grek gujarati:gujr gunjala_gondi:gong gurmukhi:guru
han:hani hangul:hang hanifi_rohingya:rohg hanunoo:hano hatran:hatr hebrew:hebr hiragana:hira imperial_aramaic:armi
inherited:zinh inscriptional_pahlavi:phli inscriptional_parthian:prti javanese:java kaithi:kthi kannada:knda
katakana:kana kayah_li:kali kharoshthi:khar khitan_small_script:kits khmer:khmr khojki:khoj khudawadi:sind lao:laoo
latin:latn lepcha:lepc limbu:limb linear_a:lina linear_b:linb lisu:lisu lycian:lyci lydian:lydi mahajani:mahj
makasar:maka malayalam:mlym mandaic:mand manichaean:mani marchen:marc masaram_gondi:gonm medefaidrin:medf
meetei_mayek:mtei mende_kikakui:mend meroitic_cursive:merc meroitic_hieroglyphs:mero miao:plrd modi:modi
mongolian:mong mro:mroo multani:mult myanmar:mymr nabataean:nbat nandinagari:nand newa:newa new_tai_lue:talu
nko:nkoo nushu:nshu nyiakeng_puachue_hmong:hmnp ogham:ogam old_hungarian:hung old_italic:ital old_north_arabian:narb
old_permic:perm old_persian:xpeo old_sogdian:sogo old_south_arabian:sarb old_turkic:orkh ol_chiki:olck oriya:orya
osage:osge osmanya:osma pahawh_hmong:hmng palmyrene:palm pau_cin_hau:pauc phags_pa:phag phoenician:phnx
psalter_pahlavi:phlp rejang:rjng runic:runr samaritan:samr saurashtra:saur sharada:shrd shavian:shaw siddham:sidd
signwriting:sgnw sinhala:sinh sogdian:sogd sora_sompeng:sora soyombo:soyo sundanese:sund syloti_nagri:sylo
syriac:syrc tagalog:tglg tagbanwa:tagb tai_le:tale tai_tham:lana tai_viet:tavt takri:takr tamil:taml tangut:tang
telugu:telu thaana:thaa thai:thai tibetan:tibt tifinagh:tfng tirhuta:tirh ugaritic:ugar unknown:zzzz vai:vaii
wancho:wcho warang_citi:wara yezidi:yezi yi:yiii zanabazar_square:zanb
`;

/** `Character.UnicodeBlock`: first code point and name; a block ends where the next entry begins. No name: no block. */
const BLOCKS = `
0:basic_latin 80:latin-1_supplement 100:latin_extended-a 180:latin_extended-b 250:ipa_extensions
2b0:spacing_modifier_letters 300:combining_diacritical_marks 370:greek 400:cyrillic 500:cyrillic_supplementary
530:armenian 590:hebrew 600:arabic 700:syriac 750:arabic_supplement 780:thaana 7c0:nko 800:samaritan 840:mandaic
860:syriac_supplement 870 8a0:arabic_extended-a 900:devanagari 980:bengali a00:gurmukhi a80:gujarati b00:oriya
b80:tamil c00:telugu c80:kannada d00:malayalam d80:sinhala e00:thai e80:lao f00:tibetan 1000:myanmar 10a0:georgian
1100:hangul_jamo 1200:ethiopic 1380:ethiopic_supplement 13a0:cherokee 1400:unified_canadian_aboriginal_syllabics
1680:ogham 16a0:runic 1700:tagalog 1720:hanunoo 1740:buhid 1760:tagbanwa 1780:khmer 1800:mongolian
18b0:unified_canadian_aboriginal_syllabics_extended 1900:limbu 1950:tai_le 1980:new_tai_lue 19e0:khmer_symbols
1a00:buginese 1a20:tai_tham 1ab0:combining_diacritical_marks_extended 1b00:balinese 1b80:sundanese 1bc0:batak
1c00:lepcha 1c50:ol_chiki 1c80:cyrillic_extended-c 1c90:georgian_extended 1cc0:sundanese_supplement
1cd0:vedic_extensions 1d00:phonetic_extensions 1d80:phonetic_extensions_supplement
1dc0:combining_diacritical_marks_supplement 1e00:latin_extended_additional 1f00:greek_extended
2000:general_punctuation 2070:superscripts_and_subscripts 20a0:currency_symbols 20d0:combining_marks_for_symbols
2100:letterlike_symbols 2150:number_forms 2190:arrows 2200:mathematical_operators 2300:miscellaneous_technical
2400:control_pictures 2440:optical_character_recognition 2460:enclosed_alphanumerics 2500:box_drawing
2580:block_elements 25a0:geometric_shapes 2600:miscellaneous_symbols 2700:dingbats
27c0:miscellaneous_mathematical_symbols-a 27f0:supplemental_arrows-a 2800:braille_patterns
2900:supplemental_arrows-b 2980:miscellaneous_mathematical_symbols-b 2a00:supplemental_mathematical_operators
2b00:miscellaneous_symbols_and_arrows 2c00:glagolitic 2c60:latin_extended-c 2c80:coptic 2d00:georgian_supplement
2d30:tifinagh 2d80:ethiopic_extended 2de0:cyrillic_extended-a 2e00:supplemental_punctuation
2e80:cjk_radicals_supplement 2f00:kangxi_radicals 2fe0 2ff0:ideographic_description_characters
3000:cjk_symbols_and_punctuation 3040:hiragana 30a0:katakana 3100:bopomofo 3130:hangul_compatibility_jamo
3190:kanbun 31a0:bopomofo_extended 31c0:cjk_strokes 31f0:katakana_phonetic_extensions
3200:enclosed_cjk_letters_and_months 3300:cjk_compatibility 3400:cjk_unified_ideographs_extension_a
4dc0:yijing_hexagram_symbols 4e00:cjk_unified_ideographs a000:yi_syllables a490:yi_radicals a4d0:lisu a500:vai
a640:cyrillic_extended-b a6a0:bamum a700:modifier_tone_letters a720:latin_extended-d a800:syloti_nagri
a830:common_indic_number_forms a840:phags-pa a880:saurashtra a8e0:devanagari_extended a900:kayah_li a930:rejang
a960:hangul_jamo_extended-a a980:javanese a9e0:myanmar_extended-b aa00:cham aa60:myanmar_extended-a aa80:tai_viet
aae0:meetei_mayek_extensions ab00:ethiopic_extended-a ab30:latin_extended-e ab70:cherokee_supplement
abc0:meetei_mayek ac00:hangul_syllables d7b0:hangul_jamo_extended-b d800:high_surrogates
db80:high_private_use_surrogates dc00:low_surrogates e000:private_use_area f900:cjk_compatibility_ideographs
fb00:alphabetic_presentation_forms fb50:arabic_presentation_forms-a fe00:variation_selectors fe10:vertical_forms
fe20:combining_half_marks fe30:cjk_compatibility_forms fe50:small_form_variants fe70:arabic_presentation_forms-b
ff00:halfwidth_and_fullwidth_forms fff0:specials 10000:linear_b_syllabary 10080:linear_b_ideograms
10100:aegean_numbers 10140:ancient_greek_numbers 10190:ancient_symbols 101d0:phaistos_disc 10200 10280:lycian
102a0:carian 102e0:coptic_epact_numbers 10300:old_italic 10330:gothic 10350:old_permic 10380:ugaritic
103a0:old_persian 103e0 10400:deseret 10450:shavian 10480:osmanya 104b0:osage 10500:elbasan 10530:caucasian_albanian
10570 10600:linear_a 10780 10800:cypriot_syllabary 10840:imperial_aramaic 10860:palmyrene 10880:nabataean 108b0
108e0:hatran 10900:phoenician 10920:lydian 10940 10980:meroitic_hieroglyphs 109a0:meroitic_cursive 10a00:kharoshthi
10a60:old_south_arabian 10a80:old_north_arabian 10aa0 10ac0:manichaean 10b00:avestan 10b40:inscriptional_parthian
10b60:inscriptional_pahlavi 10b80:psalter_pahlavi 10bb0 10c00:old_turkic 10c50 10c80:old_hungarian
10d00:hanifi_rohingya 10d40 10e60:rumi_numeral_symbols 10e80:yezidi 10ec0 10f00:old_sogdian 10f30:sogdian 10f70
10fb0:chorasmian 10fe0:elymaic 11000:brahmi 11080:kaithi 110d0:sora_sompeng 11100:chakma 11150:mahajani
11180:sharada 111e0:sinhala_archaic_numbers 11200:khojki 11250 11280:multani 112b0:khudawadi 11300:grantha 11380
11400:newa 11480:tirhuta 114e0 11580:siddham 11600:modi 11660:mongolian_supplement 11680:takri 116d0 11700:ahom
11740 11800:dogra 11850 118a0:warang_citi 11900:dives_akuru 11960 119a0:nandinagari 11a00:zanabazar_square
11a50:soyombo 11ab0 11ac0:pau_cin_hau 11b00 11c00:bhaiksuki 11c70:marchen 11cc0 11d00:masaram_gondi
11d60:gunjala_gondi 11db0 11ee0:makasar 11f00 11fb0:lisu_supplement 11fc0:tamil_supplement 12000:cuneiform
12400:cuneiform_numbers_and_punctuation 12480:early_dynastic_cuneiform 12550 13000:egyptian_hieroglyphs
13430:egyptian_hieroglyph_format_controls 13440 14400:anatolian_hieroglyphs 14680 16800:bamum_supplement 16a40:mro
16a70 16ad0:bassa_vah 16b00:pahawh_hmong 16b90 16e40:medefaidrin 16ea0 16f00:miao 16fa0
16fe0:ideographic_symbols_and_punctuation 17000:tangut 18800:tangut_components 18b00:khitan_small_script
18d00:tangut_supplement 18d90 1b000:kana_supplement 1b100:kana_extended-a 1b130:small_kana_extension 1b170:nushu
1b300 1bc00:duployan 1bca0:shorthand_format_controls 1bcb0 1d000:byzantine_musical_symbols 1d100:musical_symbols
1d200:ancient_greek_musical_notation 1d250 1d2e0:mayan_numerals 1d300:tai_xuan_jing_symbols
1d360:counting_rod_numerals 1d380 1d400:mathematical_alphanumeric_symbols 1d800:sutton_signwriting 1dab0
1e000:glagolitic_supplement 1e030 1e100:nyiakeng_puachue_hmong 1e150 1e2c0:wancho 1e300 1e800:mende_kikakui 1e8e0
1e900:adlam 1e960 1ec70:indic_siyaq_numbers 1ecc0 1ed00:ottoman_siyaq_numbers 1ed50
1ee00:arabic_mathematical_alphabetic_symbols 1ef00 1f000:mahjong_tiles 1f030:domino_tiles 1f0a0:playing_cards
1f100:enclosed_alphanumeric_supplement 1f200:enclosed_ideographic_supplement
1f300:miscellaneous_symbols_and_pictographs 1f600:emoticons 1f650:ornamental_dingbats
1f680:transport_and_map_symbols 1f700:alchemical_symbols 1f780:geometric_shapes_extended 1f800:supplemental_arrows-c
1f900:supplemental_symbols_and_pictographs 1fa00:chess_symbols 1fa70:symbols_and_pictographs_extended-a
1fb00:symbols_for_legacy_computing 1fc00 20000:cjk_unified_ideographs_extension_b 2a6e0
2a700:cjk_unified_ideographs_extension_c 2b740:cjk_unified_ideographs_extension_d
2b820:cjk_unified_ideographs_extension_e 2ceb0:cjk_unified_ideographs_extension_f 2ebf0
2f800:cjk_compatibility_ideographs_supplement 2fa20 30000:cjk_unified_ideographs_extension_g 31350 e0000:tags e0080
e0100:variation_selectors_supplement e01f0 f0000:supplementary_private_use_area-a
100000:supplementary_private_use_area-b
`;

/** Names that `Character.UnicodeBlock` has beside its own. */
const BLOCK_ALIASES: Readonly<Record<string, string>> = {
  'greek and coptic': 'greek',
  greekandcoptic: 'greek',
  'cyrillic supplement': 'cyrillic_supplementary',
  cyrillicsupplement: 'cyrillic_supplementary',
  'combining diacritical marks for symbols': 'combining_marks_for_symbols',
  combiningdiacriticalmarksforsymbols: 'combining_marks_for_symbols',
};

const scripts = new Map<string, string>();
for (const entry of SCRIPTS.trim().split(/\s+/)) {
  const [name = '', code = ''] = entry.split(':');
  scripts.set(name, code);
  scripts.set(code, code);
}

const blocks = new Map<string, [number, number]>([['surrogates_area', [1, 0]]]);
const starts = BLOCKS.trim().split(/\s+/);
starts.forEach((entry, i) => {
  const [start = '', name] = entry.split(':');
  if (!name) return;
  const next = starts[i + 1]?.split(':')[0];
  const range: [number, number] = [Number.parseInt(start, 16), next ? Number.parseInt(next, 16) - 1 : MAX_CODE_POINT];
  blocks.set(name.replaceAll('_', ' '), range);
  blocks.set(name.replaceAll('_', ''), range);
  blocks.set(name.replaceAll('-', '_'), range);
});

/** The ISO 15924 code, as JavaScript spells it, of a script named in full or by that code; case does not matter. */
export function scriptCode(name: string): string | undefined {
  const code = scripts.get(name.toLowerCase());
  return code && code.charAt(0).toUpperCase() + code.slice(1);
}

/** First and last code point of a block; case does not matter. Surrogates_Area is known to Java, and empty. */
export function blockRange(name: string): readonly [number, number] | undefined {
  const lower = name.toLowerCase();
  return blocks.get(Object.hasOwn(BLOCK_ALIASES, lower) ? (BLOCK_ALIASES[lower] ?? '') : lower);
}
