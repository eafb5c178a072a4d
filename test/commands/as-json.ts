/** A value as the program writes it: JSON whose every mark that is not seen is an escape, as RFC 8259 lets it be. */
export function asJson(value: unknown): string {
	return Array.from(JSON.stringify(value), (character) => {
		if (
			!/\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Noncharacter_Code_Point}|\p{Default_Ignorable_Code_Point}/u.test(
				character,
			)
		)
			return character;
		const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
		return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
	}).join('');
}
