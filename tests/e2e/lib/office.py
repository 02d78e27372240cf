"""Opens a docx or xlsx with nothing of Emic in it (zipfile and ElementTree only) and tells what is in it, as JSON."""
import json
import sys
import xml.etree.ElementTree as tree
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
S = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'


def column(reference):
    """The place of a cell such as "AB3" in its row, from 0."""
    place = 0
    for letter in reference.rstrip('0123456789'):
        place = place * 26 + ord(letter) - ord('A') + 1
    return place - 1


def document(archive):
    body = tree.fromstring(archive.read('word/document.xml')).find(W + 'body')
    styles = {style.get(W + 'styleId') for style in tree.fromstring(archive.read('word/styles.xml')).iter(W + 'style')}
    paragraphs = []
    for paragraph in body.iter(W + 'p'):
        style = paragraph.find(f'{W}pPr/{W}pStyle').get(W + 'val')
        assert style in styles, f'{style} is no style of the document'
        words = ''.join({W + 't': part.text or '', W + 'br': '\n'}.get(part.tag, '') for part in paragraph.iter())
        paragraphs.append({'style': style, 'words': words, 'rtl': paragraph.find(f'{W}pPr/{W}bidi') is not None})
    return {'paragraphs': paragraphs}


def workbook(archive):
    sheet = tree.fromstring(archive.read('xl/worksheets/sheet1.xml'))
    rows = []
    for row in sheet.iter(S + 'row'):
        cells = []
        for cell in row.iter(S + 'c'):
            assert cell.get('t') == 'inlineStr', 'every cell is words'
            place = column(cell.get('r'))
            cells += [''] * (place - len(cells)) + [''.join(part.text or '' for part in cell.iter(S + 't'))]
        rows.append(cells)
    view = next(sheet.iter(S + 'sheetView'))
    return {'rows': rows, 'formulas': len(list(sheet.iter(S + 'f'))), 'rtl': view.get('rightToLeft') == '1'}


with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None, 'every part has its checksum'
    names = set(archive.namelist())
    for part in tree.fromstring(archive.read('[Content_Types].xml')).iter(TYPES + 'Override'):
        assert part.get('PartName').lstrip('/') in names, f'{part.get("PartName")} is missing'
    json.dump(document(archive) if 'word/document.xml' in names else workbook(archive), sys.stdout)
