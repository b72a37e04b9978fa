"""A questionnaire of 1,300 questions in French, Turkish and Arabic, of every kind and with branches."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

QUESTIONS, PER_SECTION, DIMENSIONS = 1300, 50, 8
NAME = "large"

_TOPICS = {
    "fr": (
        "la sauvegarde des données",
        "l’œuvre numérique de l’équipe",
        "la facturation électronique",
        "le suivi des stocks dans Microsoft Dynamics 365",
        "la relation avec la clientèle (CRM)",
        "la sécurité des mots de passe",
        "la vente en ligne, où qu’elle ait lieu",
    ),
    "tr": (
        "verilerin yedeklenmesi",
        "İstanbul’daki dijital çalışmalar",
        "elektronik faturalama",
        "Microsoft Dynamics 365 ile stok takibi",
        "müşteri ilişkileri (CRM)",
        "şifrelerin güvenliği",
        "ışığı açık kalan çevrim içi mağaza",
    ),
    "ar": (
        "النسخ الاحتياطي للبيانات",
        "العمل الرقمي لفريقكم (٢٤ ساعة)",
        "الفوترة الإلكترونيّة",
        "تتبّع المخزون في Microsoft Dynamics 365",
        "العلاقة مع العملاء (CRM)",
        "أمان كلمات المرور",
        "البيع عبر الإنترنت",
    ),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "title": "Grand questionnaire numérique",
        "summary": "Mille trois cents questions sur tout le travail, «\u202fdu cœur au détail\u202f».",
        "one": "Point {n} : comment votre entreprise organise-t-elle «\u202f{topic}\u202f»\u202f?",
        "many": "Point {n} : que faites-vous déjà pour {topic}\u202f? Cochez tout ce qui convient.",
        "scale": "Point {n} : à quel point maîtrisez-vous {topic}\u202f?",
        "grid": "Point {n} : qui s’occupe de {topic}, et depuis quand\u202f?",
        "number": "Point {n} : combien de personnes travaillent sur {topic}\u202f?",
        "text": "Point {n} : racontez en quelques mots où en est {topic}.",
        "why": "La réponse dit si {topic} tient à une seule personne ; de là viennent les arrêts coûteux.",
        "hint": "Une réponse approximative suffit (± 10 %).",
        "a": "Pas encore, et rien n’est prévu",
        "b": "En partie, à l’œil et sans règle écrite",
        "c": "Oui, c’est écrit et vérifié chaque année",
        "row": "Équipe {row} – bureau et atelier",
        "unit": "personnes",
        "section": "Partie {n} : {topic}",
        "field": "Domaine {n} – œuvre",
        "level": "Niveau {n}",
        "about": "Ce que l’entreprise sait faire, aujourd’hui et demain.",
    },
    "tr": {
        "title": "Büyük dijital anket",
        "summary": "İşletmenin yaptığı her şey üzerine bin üç yüz soru; kısa ve açık.",
        "one": "{n}. madde: İşletmeniz {topic} konusunu nasıl düzenliyor?",
        "many": "{n}. madde: {topic} için şimdiden neler yapıyorsunuz? Uygun olanların hepsini işaretleyin.",
        "scale": "{n}. madde: {topic} konusunda ne kadar iyisiniz?",
        "grid": "{n}. madde: {topic} ile kim, ne zamandan beri ilgileniyor?",
        "number": "{n}. madde: {topic} üzerinde kaç kişi çalışıyor?",
        "text": "{n}. madde: {topic} ne durumda, birkaç sözcükle anlatın.",
        "why": "Yanıt, {topic} işinin tek kişiye bağlı olup olmadığını gösterir; masraflı duruşlar oradan.",
        "hint": "Yaklaşık bir yanıt yeter (± %10).",
        "a": "Henüz değil, bir plan da yok",
        "b": "Kısmen, göz kararı ve yazılı kural olmadan",
        "c": "İyi durumda: yazılı ve her yıl gözden geçiriliyor",
        "row": "{row}. ekip – büro ve atölye",
        "unit": "kişi",
        "section": "Bölüm {n}: {topic}",
        "field": "Alan {n} – İşleyiş",
        "level": "Düzey {n}",
        "about": "İşletmenin bugün ve yarın yapabildikleri.",
    },
    "ar": {
        "title": "الاستبيان الرقميّ الكبير",
        "summary": "ألف وثلاثمئة سؤال عن كلّ ما تقوم به الشركة، من «الأساس» إلى التفاصيل.",
        "one": "البند {n}: كيف تُنظِّم شركتكم {topic}؟",
        "many": "البند {n}: ماذا تفعلون حاليّاً من أجل {topic}؟ اختاروا كلّ ما يناسبكم.",
        "scale": "البند {n}: إلى أيّ مدى تُتقنون {topic}؟",
        "grid": "البند {n}: من يهتمّ بـ{topic}، ومنذ متى؟",
        "number": "البند {n}: كم شخصاً يعمل على {topic}؟",
        "text": "البند {n}: صِفوا في بضع كلمات حالة {topic}.",
        "why": "يبيّن الجواب هل يعتمد {topic} على شخص واحد؛ فهناك تبدأ الأعطال المُكلفة (حتى 12,5 % من الوقت).",
        "hint": "يكفي جواب تقريبيّ (± ١٠ ٪).",
        "a": "ليس بعد، ولا توجد خطّة",
        "b": "جزئيّاً، دون قاعدة مكتوبة [مثل Excel]",
        "c": "نعم، مكتوب ويُراجَع كلّ سنة",
        "row": "الفريق {row} – المكتب والورشة",
        "unit": "أشخاص",
        "section": "القسم {n}: {topic}",
        "field": "المجال {n} – العمل",
        "level": "المستوى {n}",
        "about": "ما تستطيع الشركة أن تفعله اليوم وغداً.",
    },
}
_STEPS = ("{id: a, points: 0}", "{id: b, points: 1}", "{id: c, points: 2}")
_OPENING, _FOLLOWING = 6, 7  # places in each ten
_COMPETENCES = ("digital-strategy", "digital-processes", "digital-data", "cloud-costs", "ai-rules", "ai-work")
_KINDS = ("one", "many", "scale", "grid", "number", "text", "one", "scale", "many", "one")


def write_large(folder: Path, count: int = QUESTIONS) -> Path:
    """Write the structure and the three text files; returns the structure's path. JSON is YAML too."""
    path = folder / f"{NAME}.yaml"
    path.write_text("\n".join(_structure(count)) + "\n", encoding="utf-8")
    for language in _WORDS:
        words = "\n".join(_texts(language, count)) + "\n"
        path.with_suffix(f".{language}.yaml").write_text(words, encoding="utf-8")
    return path


def answers(count: int = QUESTIONS) -> dict[str, Any]:
    """Answers as an input file has them, for the questions that are shown where every third gate is shut."""
    given = {f"q{n}": _answer(n) for n in range(count)}
    return {name: answer for name, answer in given.items() if answer is not None}


def _answer(number: int) -> Any:
    gate = "abc"[(number // 10) % 3]
    kind = _KINDS[number % 10]
    if number % 10 == 0:
        return gate
    if number % 10 in (1, 2) and gate == "a":
        return None
    return {
        "one": "b",
        "scale": "c",
        "many": ["a", "c"],
        "grid": {"r1": "a", "r2": "c", "r3": "unknown"},
        "number": number % 40,
        "text": "كلّ شيء على ما يرام: Excel (2027)، ثم SAP",
    }[kind]


def _structure(count: int) -> Iterator[str]:
    yield f"format: 1\nid: {NAME}\nversion: '1'\nsource_language: fr\nlanguages: [fr, tr, ar]"
    yield "levels: [{id: low, from: 0}, {id: fair, from: 40}, {id: high, from: 75}]"
    yield "dimensions: [" + ", ".join(f"{{id: d{n}}}" for n in range(DIMENSIONS)) + "]"
    yield f"scales:\n  steps: [{', '.join(_STEPS)}]\nsections:"
    for first in range(0, count, PER_SECTION):
        section = first // PER_SECTION
        yield f"  - id: s{section}\n    dimension: d{section % DIMENSIONS}\n    questions:"
        for number in range(first, min(first + PER_SECTION, count)):
            if number % 10 != _FOLLOWING:
                yield f"      - {_question(number)}"


def _question(number: int) -> str:
    kind = _KINDS[number % 10]
    parts = [f"id: q{number}", f"kind: {kind}"]
    parts += {
        "one": [f"choices: [{', '.join(_STEPS)}]"],
        "scale": ["scale: steps"],
        "many": ["choices: [{id: a, points: 1}, {id: b, points: 2}, {id: c, points: 3}]"],
        "grid": ["scale: steps", "rows: [{id: r1}, {id: r2}, {id: r3}]"],
        "number": ["minimum: 0", "maximum: 500", "unit: true", "weight: 0"],
        "text": ["maximum_length: 400"],
    }[kind]
    if number % 10 == 0:
        parts.append("weight: 0")
    elif kind not in ("number", "text"):
        parts.append(f"competences: {{{_COMPETENCES[number % len(_COMPETENCES)]}: {1 + number % 4}}}")
    if number % 10 == _OPENING:
        parts.append(f"follow_ups: [{_question(number + 1)}]")
    if number % 10 == _FOLLOWING:
        parts.append(f"when: {{question: q{number - 1}, in: [b, c]}}")
    if number % 10 in (1, 2):
        parts.append(f"when: {{question: q{number - number % 10}, in: [b, c]}}")
    if number % 10 == 9:
        parts.append("when: {company: headcount, at_least: 2}")
    return "{" + ", ".join(parts) + "}"


def _texts(language: str, count: int) -> Iterator[str]:
    words, topics = _WORDS[language], _TOPICS[language]

    def said(key: str, number: int = 0, **more: object) -> str:
        text = words[key].format(n=number + 1, topic=topics[number % len(topics)], **more)
        return json.dumps(text, ensure_ascii=False)

    steps = "{" + ", ".join(f"{step}: {said(step)}" for step in "abc") + "}"
    yield f"format: 1\nlanguage: {language}\ntitle: {said('title')}\nsummary: {said('summary')}\nlevels:"
    for place, level in enumerate(("low", "fair", "high")):
        yield f"  {level}: {{name: {said('level', place)}, meaning: {said('about')}}}"
    yield "dimensions:"
    for place in range(DIMENSIONS):
        parts = ", ".join(f"{part}: {said('about')}" for part in ("about", "low", "middle", "high"))
        yield f"  d{place}: {{name: {said('field', place)}, {parts}}}"
    yield f"scales:\n  steps: {steps}\nsections:"
    for place in range(-(-count // PER_SECTION)):
        yield f"  s{place}: {{title: {said('section', place)}}}"
    yield "questions:"
    for number in range(count):
        kind = _KINDS[number % 10]
        parts = [f"text: {said(kind, number)}", f"why: {said('why', number)}"]
        parts += [f"hint: {said('hint')}", f"unit: {said('unit')}"] if kind == "number" else []
        parts += [f"choices: {steps}"] if kind in ("one", "many") else []
        if kind == "grid":
            rows = ", ".join(f"r{row}: {said('row', row=row)}" for row in (1, 2, 3))
            parts.append(f"rows: {{{rows}}}")
        yield f"  q{number}: {{{', '.join(parts)}}}"
