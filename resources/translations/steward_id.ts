<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
<context>
    <name>AccuracyCard</name>
    <message>
        <source>How sure the merges are</source>
        <translation>Seberapa pasti penggabungan</translation>
    </message>
    <message>
        <source>False merges</source>
        <translation>Gabungan salah</translation>
    </message>
    <message>
        <source>Missed duplicates</source>
        <translation>Ganda terlewat</translation>
    </message>
    <message>
        <source>of what was decided blind would have been merged wrongly: {errors} of {judged}.</source>
        <translation>dari yang diputuskan tanpa skor akan salah digabung: {errors} dari {judged}.</translation>
    </message>
    <message>
        <source>No sample was decided blind yet; draw one under Settings, Semi-automatic merging.</source>
        <translation>Belum ada sampel yang diputuskan tanpa skor; ambil di Pengaturan, Penggabungan semiotomatis.</translation>
    </message>
    <message>
        <source>of what was asked about and stood apart was one customer all the same: {errors} of {judged}.</source>
        <translation>dari yang ditanyakan dan tetap terpisah ternyata satu pelanggan: {errors} dari {judged}.</translation>
    </message>
    <message>
        <source>No question about a pair outside the queue was answered yet; ask a few, or check earlier answers.</source>
        <translation>Belum ada pertanyaan tentang pasangan di luar antrean yang dijawab; ajukan beberapa, atau periksa jawaban terdahulu.</translation>
    </message>
    <message>
        <source>Not enough decisions yet</source>
        <translation>Keputusan belum cukup</translation>
    </message>
    <message>
        <source>{share} ({low} to {high}, 95 % sure)</source>
        <translation>{share} ({low} sampai {high}, yakin 95 %)</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Later…</source>
        <translation>Nanti…</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Lewati</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Tidak sama</translation>
    </message>
    <message>
        <source>Undo #{number}</source>
        <translation>Batalkan #{number}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Related: household…</source>
        <translation>Terkait: rumah tangga…</translation>
    </message>
    <message>
        <source>Related…</source>
        <translation>Terkait…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Search customers</source>
        <extracomment>In the order in which the cheat sheet lists them.</extracomment>
        <translation>Cari pelanggan</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message>
        <source>Find matches</source>
        <translation>Cari kecocokan</translation>
    </message>
    <message>
        <source>Export the unified master</source>
        <translation>Ekspor master terpadu</translation>
    </message>
    <message>
        <source>A few quick questions</source>
        <translation>Beberapa pertanyaan singkat</translation>
    </message>
    <message>
        <source>Timed session: what puts most right first</source>
        <translation>Sesi berwaktu: yang paling banyak membetulkan lebih dulu</translation>
    </message>
    <message>
        <source>Show what is saved</source>
        <translation>Tunjukkan apa yang tersimpan</translation>
    </message>
    <message>
        <source>Undo my last decision</source>
        <translation>Batalkan keputusan terakhir saya</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Buka berkas data</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Berkas data baru</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Cadangkan…</translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation>Pulihkan salinan…</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tinjauan</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Tombol di halaman ini</translation>
    </message>
    <message>
        <source>Show the tour</source>
        <translation>Tampilkan tur</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>Petunjuk berikutnya</translation>
    </message>
    <message>
        <source>Hint before</source>
        <translation>Petunjuk sebelumnya</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Tinggalkan tur</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Merge as shown, next cluster</source>
        <translation>Gabungkan seperti tampak, klaster berikutnya</translation>
    </message>
    <message>
        <source>Not the same, next cluster</source>
        <translation>Tidak sama, klaster berikutnya</translation>
    </message>
    <message>
        <source>Related but not the same</source>
        <translation>Terkait tetapi tidak sama</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nanti</translation>
    </message>
    <message>
        <source>Skip; comes back at the end</source>
        <translation>Lewati; kembali di akhir</translation>
    </message>
    <message>
        <source>Undo the last decision and open it again</source>
        <translation>Batalkan keputusan terakhir dan buka lagi</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Previous cluster</source>
        <translation>Klaster sebelumnya</translation>
    </message>
    <message>
        <source>Next cluster</source>
        <translation>Klaster berikutnya</translation>
    </message>
    <message>
        <source>Field above</source>
        <translation>Bidang di atas</translation>
    </message>
    <message>
        <source>Field below</source>
        <translation>Bidang di bawah</translation>
    </message>
    <message>
        <source>Take this member&apos;s value; again: back to the rule</source>
        <translation>Ambil nilai anggota ini; sekali lagi: kembali ke aturan</translation>
    </message>
    <message>
        <source>Take the whole record as basis</source>
        <translation>Jadikan seluruh baris ini dasar</translation>
    </message>
    <message>
        <source>Type a value</source>
        <translation>Ketik nilai</translation>
    </message>
    <message>
        <source>Lock or unlock the value</source>
        <translation>Kunci atau buka kunci nilai</translation>
    </message>
    <message>
        <source>Leave the member out, or take it in</source>
        <translation>Keluarkan anggota, atau masukkan</translation>
    </message>
    <message>
        <source>Leave the member out and never propose it again</source>
        <translation>Keluarkan anggota dan jangan usulkan lagi</translation>
    </message>
    <message>
        <source>Apply the proposed cut</source>
        <translation>Terapkan potongan yang diusulkan</translation>
    </message>
    <message>
        <source>Split freely: digits put members into groups</source>
        <translation>Pisah bebas: angka membagi anggota ke kelompok</translation>
    </message>
    <message>
        <source>Show or fold equal and empty rows</source>
        <translation>Tampilkan atau lipat baris sama dan kosong</translation>
    </message>
    <message>
        <source>Values as delivered or standardized</source>
        <translation>Nilai asli atau nilai baku</translation>
    </message>
    <message>
        <source>Why they match</source>
        <translation>Mengapa cocok</translation>
    </message>
    <message>
        <source>Why, or why not: the member against another one</source>
        <translation>Mengapa, atau mengapa tidak: anggota ini dengan anggota lain</translation>
    </message>
    <message>
        <source>Where the values of the field come from</source>
        <translation>Asal nilai-nilai kolom ini</translation>
    </message>
    <message>
        <source>Notes on the cluster</source>
        <translation>Catatan untuk klaster</translation>
    </message>
    <message>
        <source>Search and add a record</source>
        <translation>Cari dan tambah baris</translation>
    </message>
    <message>
        <source>Clusters that differ in writing only: one list, one decision</source>
        <translation>Klaster yang hanya beda penulisan: satu daftar, satu keputusan</translation>
    </message>
    <message>
        <source>Show masked numbers, which is logged, or mask them again</source>
        <translation>Tampilkan nomor tersamar, ini dicatat, atau samarkan lagi</translation>
    </message>
    <message>
        <source>Leave the cluster out, or take it in</source>
        <translation>Keluarkan klaster, atau sertakan lagi</translation>
    </message>
    <message>
        <source>Merge all that are in with one decision</source>
        <translation>Gabungkan semua yang disertakan dengan satu keputusan</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Kembali ke antrean</translation>
    </message>
    <message>
        <source>Start a session of this length</source>
        <translation>Mulai sesi selama ini</translation>
    </message>
    <message>
        <source>Start what is proposed, or go on</source>
        <translation>Mulai yang diusulkan, atau lanjutkan</translation>
    </message>
    <message>
        <source>Not now, or stop</source>
        <translation>Nanti saja, atau berhenti</translation>
    </message>
    <message>
        <source>Switch the keys of the action off</source>
        <translation>Matikan tombol aksi ini</translation>
    </message>
    <message>
        <source>Back to the usual keys</source>
        <translation>Kembali ke tombol biasa</translation>
    </message>
    <message>
        <source>Withdraw the decision</source>
        <translation>Tarik keputusan</translation>
    </message>
    <message>
        <source>Search pairs</source>
        <translation>Cari pasangan</translation>
    </message>
    <message>
        <source>Graph of the cluster</source>
        <translation>Graf klaster</translation>
    </message>
    <message>
        <source>Timeline of the cluster</source>
        <translation>Lini masa klaster</translation>
    </message>
    <message>
        <source>Move the member to another customer</source>
        <translation>Pindahkan anggota ke pelanggan lain</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Saring antrean</translation>
    </message>
    <message>
        <source>Merge a band of match strength after a blind sample</source>
        <translation>Gabungkan rentang kekuatan setelah sampel tanpa skor</translation>
    </message>
    <message>
        <source>Blind mode: judge before you see the score</source>
        <translation>Mode tanpa skor: menilai sebelum melihat skor</translation>
    </message>
    <message>
        <source>Load the list as shown</source>
        <translation>Muat daftar seperti tampak</translation>
    </message>
    <message>
        <source>Copy what to write to the department</source>
        <translation>Salin pesan untuk bagian terkait</translation>
    </message>
    <message>
        <source>Load a row that was held back</source>
        <translation>Muat baris yang ditahan</translation>
    </message>
    <message>
        <source>Cancel, keep nothing</source>
        <translation>Batal, tidak menyimpan apa pun</translation>
    </message>
    <message>
        <source>Where the value comes from</source>
        <translation>Dari mana nilai ini</translation>
    </message>
    <message>
        <source>Take a record out</source>
        <translation>Keluarkan satu baris</translation>
    </message>
    <message>
        <source>Type another golden value</source>
        <translation>Ketik nilai emas lain</translation>
    </message>
    <message>
        <source>A person&apos;s rights</source>
        <translation>Hak seseorang</translation>
    </message>
    <message>
        <source>Show as of a day</source>
        <translation>Tampilkan per tanggal</translation>
    </message>
    <message>
        <source>Learn, as shown</source>
        <translation>Pelajari, seperti tampak</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Simpan aturan</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Buang perubahan</translation>
    </message>
    <message>
        <source>Reverse the decision</source>
        <translation>Balikkan keputusan</translation>
    </message>
    <message>
        <source>Search decisions</source>
        <translation>Cari keputusan</translation>
    </message>
</context>
<context>
    <name>AlikePage</name>
    <message>
        <source>They differ in writing only</source>
        <extracomment>Clusters that are looked at by one job; the list grows by what it finds.</extracomment>
        <translation>Hanya beda penulisan</translation>
    </message>
    <message>
        <source>One decision, undone as one.</source>
        <translation>Satu keputusan, ditarik kembali sebagai satu.</translation>
    </message>
    <message numerus="yes">
        <source>Merged %Ln clusters with one decision</source>
        <translation>
            <numerusform>%Ln klaster digabung dengan satu keputusan</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the queue…</source>
        <translation>Menelusuri antrean…</translation>
    </message>
    <message>
        <source>No open cluster differs in writing only. The others need a look at each.</source>
        <translation>Tidak ada klaster terbuka yang hanya beda penulisan. Yang lain perlu dilihat satu per satu.</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>Ke antrean</translation>
    </message>
    <message>
        <source>{found} found</source>
        <translation>{found} ditemukan</translation>
    </message>
    <message>
        <source>{found} found, {out} out</source>
        <translation>{found} ditemukan, {out} dikeluarkan</translation>
    </message>
    <message>
        <source>{count}; {left} still to look at</source>
        <translation>{count}; {left} belum dilihat</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln clusters</source>
        <translation>
            <numerusform>Gabungkan %Ln klaster</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ikut</translation>
    </message>
    <message>
        <source>One writing</source>
        <translation>Satu penulisan</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Penulisan lain</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Berbeda pada</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Rekaman</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Close, nothing happens (Esc)</source>
        <extracomment>So much of a reason in one&apos;s own words is seen at least.</extracomment>
        <translation>Tutup, tidak terjadi apa-apa (Esc)</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Split it all the same</source>
        <translation>Tetap pisahkan</translation>
    </message>
    <message>
        <source>Move it all the same</source>
        <translation>Tetap pindahkan</translation>
    </message>
    <message>
        <source>Decision #{number} is taken back</source>
        <translation>Keputusan #{number} ditarik kembali</translation>
    </message>
    <message>
        <source>Decided again, #{number}</source>
        <translation>Diputuskan lagi, #{number}</translation>
    </message>
</context>
<context>
    <name>AsOf</name>
    <message>
        <source>“{text}” is no date; write it as 2026-05-31.</source>
        <translation>“{text}” bukan tanggal; tulis seperti 2026-05-31.</translation>
    </message>
</context>
<context>
    <name>AsOfBanner</name>
    <message>
        <source>Export all</source>
        <translation>Ekspor semua</translation>
    </message>
    <message>
        <source>Export the master of that day</source>
        <translation>Ekspor master hari itu</translation>
    </message>
    <message>
        <source>Export customer</source>
        <translation>Ekspor pelanggan</translation>
    </message>
    <message>
        <source>Export this customer as of that day</source>
        <translation>Ekspor pelanggan ini per hari itu</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Kembali ke kini</translation>
    </message>
    <message>
        <source>Everybody as at the end of {day}. Nothing can be changed here.</source>
        <translation>Semua pelanggan per akhir {day}. Di sini tidak ada yang dapat diubah.</translation>
    </message>
</context>
<context>
    <name>AttributeForm</name>
    <message>
        <source>Name of the attribute</source>
        <translation>Nama atribut</translation>
    </message>
    <message>
        <source>Its values are</source>
        <translation>Nilainya berupa</translation>
    </message>
    <message>
        <source>Use up to {count} letters and digits, no commas or colons.</source>
        <translation>Pakai paling banyak {count} huruf dan angka, tanpa koma atau titik dua.</translation>
    </message>
    <message>
        <source>{name} is called so already.</source>
        <translation>Nama itu sudah dipakai: {name}.</translation>
    </message>
</context>
<context>
    <name>BandCard</name>
    <message>
        <source>A band of match strength</source>
        <extracomment>What a band can begin and end at; probabilities of 1 lie in a band that has no upper end.</extracomment>
        <translation>Rentang kekuatan kecocokan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>To below</source>
        <translation>Di bawah</translation>
    </message>
    <message>
        <source>Errors at most</source>
        <translation>Salah maks.</translation>
    </message>
    <message>
        <source>{share}: decide {count}</source>
        <translation>{share}: putuskan {count}</translation>
    </message>
    <message>
        <source>100 %, no upper end</source>
        <translation>100 %, tanpa batas</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Menghitung …</translation>
    </message>
    <message>
        <source>No band</source>
        <translation>Tidak ada rentang</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln klaster</numerusform>
        </translation>
    </message>
    <message>
        <source>{left_out} of {all} open clusters of the band stay out: a veto, a pair set apart, or two customers that were both confirmed already.</source>
        <translation>{left_out} dari {all} klaster terbuka dalam rentang ini tidak ikut: ada veto, pasangan yang dipisahkan, atau dua pelanggan yang sama-sama sudah dipastikan.</translation>
    </message>
    <message>
        <source>Ruling out more than {share} errors takes {size} clusters. Widen the band or allow more errors.</source>
        <translation>Memastikan kesalahan tidak lebih dari {share} memerlukan {size} klaster. Perlebar rentang atau izinkan lebih banyak kesalahan.</translation>
    </message>
    <message>
        <source>They are drawn at random and decided without seeing the score. Without an error among {size} the band has fewer than {share} errors, 95 % sure.</source>
        <translation>Diambil secara acak dan diputuskan tanpa melihat skor. Tanpa satu kesalahan pun di antara {size}, kesalahan dalam rentang ini kurang dari {share}, dengan keyakinan 95 %.</translation>
    </message>
    <message>
        <source>Draw {size} clusters</source>
        <translation>Ambil {size} klaster</translation>
    </message>
</context>
<context>
    <name>Bands</name>
    <message>
        <source>{low} and up</source>
        <translation>{low} ke atas</translation>
    </message>
    <message>
        <source>proved, certificate #{number}</source>
        <translation>terbukti, sertifikat #{number}</translation>
    </message>
    <message>
        <source>about another model</source>
        <translation>untuk model lain</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>perlu diputuskan</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>memadai</translation>
    </message>
    <message>
        <source>not good enough</source>
        <translation>belum memadai</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>berlaku</translation>
    </message>
</context>
<context>
    <name>BandsPage</name>
    <message>
        <source>Semi-automatic merging is off. Switched on, a band of match strength can be merged with one decision, once a random sample that you decide without seeing the score proved it good enough.</source>
        <translation>Penggabungan semiotomatis tidak aktif. Bila diaktifkan, satu rentang kekuatan dapat digabung dengan satu keputusan, setelah sampel acak yang Anda putuskan tanpa melihat skor membuktikannya memadai.</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>Aktifkan</translation>
    </message>
    <message>
        <source>Clusters with a veto and clusters that join two confirmed customers always wait for a steward.</source>
        <translation>Klaster dengan veto dan klaster yang menyatukan dua pelanggan yang sudah dipastikan selalu menunggu steward.</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>Sample #{number}, {band}</source>
        <translation>Sampel #{number}, {band}</translation>
    </message>
    <message>
        <source>Certificate #{number} is kept in History.</source>
        <translation>Sertifikat #{number} disimpan di Riwayat.</translation>
    </message>
    <message>
        <source>Certificate #{number}</source>
        <translation>Sertifikat #{number}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters merged with one decision</source>
        <translation>
            <numerusform>%Ln klaster digabung dengan satu keputusan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Steward</source>
        <translation>Steward</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Ada yang tidak beres dalam program</translation>
    </message>
    <message>
        <source>Your decisions are saved and you can go on. Please pass this report on so that it can be mended.</source>
        <translation>Keputusan Anda sudah tersimpan dan Anda dapat melanjutkan. Mohon teruskan laporan ini agar dapat diperbaiki.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Salin laporan</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>Log: {path}</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Perorangan</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Married</source>
        <translation>Menikah</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Belum menikah</translation>
    </message>
    <message>
        <source>Divorced</source>
        <translation>Cerai</translation>
    </message>
    <message>
        <source>Widowed</source>
        <translation>Cerai mati</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>{errors} of {sampled}</source>
        <translation>{errors} dari {sampled}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Rentang</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Maks.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Sertifikat</translation>
    </message>
    <message>
        <source>A sample that is good enough earns a certificate.</source>
        <translation>Sampel yang memadai memperoleh sertifikat.</translation>
    </message>
    <message>
        <source>The model has changed since; draw a sample of the newest match run.</source>
        <translation>Model sudah berubah sejak itu; ambil sampel dari pencocokan terbaru.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Menghitung …</translation>
    </message>
    <message>
        <source>Nothing of the band is left to merge.</source>
        <translation>Tidak ada lagi dalam rentang ini yang dapat digabung.</translation>
    </message>
    <message>
        <source>One decision, reversed as one.</source>
        <translation>Satu keputusan, dibalikkan sekaligus.</translation>
    </message>
    <message numerus="yes">
        <source>Merge %Ln clusters</source>
        <translation>
            <numerusform>Gabungkan %Ln klaster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDesk</name>
    <message>
        <source>What {file} brought</source>
        <translation>Yang dibawa {file}</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Changed: {count}</source>
        <translation>Berubah: {count}</translation>
    </message>
    <message>
        <source>New: {count}</source>
        <translation>Baru: {count}</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>Hilang: {count}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Sebelum</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Kini</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Deliveries without it</source>
        <translation>Kiriman tanpa baris ini</translation>
    </message>
    <message>
        <source>{column} (ignored)</source>
        <translation>{column} (diabaikan)</translation>
    </message>
    <message>
        <source>no such column</source>
        <translation>tidak ada kolom ini</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Questions ({count})</source>
        <translation>Pertanyaan ({count})</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Pertanyaan</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Changes ({count})</source>
        <translation>Perubahan ({count})</translation>
    </message>
    <message>
        <source>Quarantine ({count})</source>
        <translation>Karantina ({count})</translation>
    </message>
</context>
<context>
    <name>ClusterChanges</name>
    <message>
        <source>What happens</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>forms</source>
        <translation>terbentuk</translation>
    </message>
    <message>
        <source>dissolves</source>
        <translation>bubar</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Klaster</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Clusters that would come and go</source>
        <translation>Klaster yang akan muncul dan hilang</translation>
    </message>
</context>
<context>
    <name>ClusterHeader</name>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Nilai asli</translation>
    </message>
    <message>
        <source>Standardized</source>
        <translation>Nilai baku</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graf</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Lini masa</translation>
    </message>
</context>
<context>
    <name>ColumnPanel</name>
    <message>
        <source>Show the rows: {what}</source>
        <translation>Tampilkan barisnya: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln different values in {filled} filled rows</source>
        <translation>
            <numerusform>%Ln nilai berbeda di {filled} baris terisi</numerusform>
        </translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Tersering</translation>
    </message>
    <message>
        <source>Make: 9 a digit, A a capital, a a letter</source>
        <translation>Pola: 9 angka, A huruf besar, a huruf kecil</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Terpendek</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Terpanjang</translation>
    </message>
</context>
<context>
    <name>ColumnsDelegate</name>
    <message>
        <source>What {column} becomes</source>
        <translation>Menjadi apa {column}</translation>
    </message>
    <message>
        <source>all empty</source>
        <translation>semua kosong</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Column in the file</source>
        <extracomment>The role that returns the ``ColumnRow`` behind an index. From these confidences on a guess is shown as certain and as likely. Reasons to leave a column alone that a person should look at.</extracomment>
        <translation>Kolom di berkas</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Nilai pertama</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Mutu</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>pilihan Anda</translation>
    </message>
    <message>
        <source>{valid} valid, {doubtful} doubtful, {empty} empty</source>
        <translation>{valid} sah, {doubtful} meragukan, {empty} kosong</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>What each column becomes</source>
        <extracomment>Widths at 100 %: header, examples, target, reason, quality; reason and examples take what is left over. With less room than this a reason is a few letters: then its meter stands alone, and the values get the room. What goes first where even the least widths have no room: the panel beside tells it, too.</extracomment>
        <translation>Menjadi apa tiap kolom</translation>
    </message>
</context>
<context>
    <name>CombineForm</name>
    <message>
        <source>Together they are</source>
        <translation>Bersama-sama menjadi</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Kolom {number}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>spasi</translation>
    </message>
    <message>
        <source>Between them</source>
        <translation>Di antaranya</translation>
    </message>
    <message>
        <source>Name each column once.</source>
        <translation>Sebut setiap kolom satu kali.</translation>
    </message>
    <message>
        <source>Name two columns at least.</source>
        <translation>Sebut paling sedikit dua kolom.</translation>
    </message>
</context>
<context>
    <name>CompareDelegate</name>
    <message>
        <source>empty</source>
        <extracomment>Cells where the eye should stop have a tint; equal values recede.</extracomment>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>CompareGrid</name>
    <message>
        <source>Golden record</source>
        <translation>Rekaman emas</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Bidang</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>baris {row}</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>live, keeps CIN {cin}</source>
        <translation>langsung, CIN {cin} tetap</translation>
    </message>
    <message>
        <source>live</source>
        <translation>langsung</translation>
    </message>
    <message>
        <source>{field}, golden record: {value}</source>
        <translation>{field}, rekaman emas: {value}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>{value}
standardized: {standard}</source>
        <translation>{value}
nilai baku: {standard}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>terkunci</translation>
    </message>
    <message>
        <source>Members side by side</source>
        <translation>Anggota berdampingan</translation>
    </message>
    <message>
        <source>Fields and golden record</source>
        <translation>Bidang dan rekaman emas</translation>
    </message>
    <message>
        <source>Golden value, typed by you</source>
        <translation>Nilai emas, Anda ketik</translation>
    </message>
</context>
<context>
    <name>Contradictions</name>
    <message>
        <source>still</source>
        <translation>masih</translation>
    </message>
    <message>
        <source>no more</source>
        <translation>tidak lagi</translation>
    </message>
    <message>
        <source>newly</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>Bertentangan</translation>
    </message>
    <message>
        <source>Decisions that the evidence contradicts</source>
        <translation>Keputusan yang bertentangan dengan bukti</translation>
    </message>
</context>
<context>
    <name>CustomerActs</name>
    <message>
        <source>Value unlocked</source>
        <translation>Kunci nilai dibuka</translation>
    </message>
    <message>
        <source>Value locked</source>
        <translation>Nilai dikunci</translation>
    </message>
    <message>
        <source>Value changed</source>
        <translation>Nilai diubah</translation>
    </message>
    <message>
        <source>This customer has one record only; there is nothing to take out.</source>
        <translation>Pelanggan ini hanya punya satu baris; tidak ada yang dapat dikeluarkan.</translation>
    </message>
    <message>
        <source>Record taken out</source>
        <translation>Baris dikeluarkan</translation>
    </message>
    <message>
        <source>Recorded: they belong together</source>
        <translation>Tercatat: keduanya berkaitan</translation>
    </message>
    <message>
        <source>Recorded: they are not related</source>
        <translation>Tercatat: keduanya tidak berkaitan</translation>
    </message>
    <message>
        <source>Undone: #{number}</source>
        <translation>Dibatalkan: #{number}</translation>
    </message>
</context>
<context>
    <name>CustomerCards</name>
    <message>
        <source>1 list</source>
        <translation>1 daftar</translation>
    </message>
    <message>
        <source>{count} lists</source>
        <translation>{count} daftar</translation>
    </message>
    <message>
        <source>Golden values</source>
        <translation>Nilai emas</translation>
    </message>
    <message>
        <source>Perhaps related</source>
        <translation>Mungkin berkaitan</translation>
    </message>
    <message>
        <source>Enter shows why</source>
        <translation>Enter menampilkan alasannya</translation>
    </message>
    <message>
        <source>numbers are masked, {key} shows them</source>
        <translation>nomor disamarkan, {key} menampilkannya</translation>
    </message>
    <message>
        <source>origin and rule, P shows the other values</source>
        <translation>asal dan aturan, P menampilkan nilai lain</translation>
    </message>
    <message>
        <source>More values</source>
        <translation>Nilai lain</translation>
    </message>
    <message>
        <source>consent, business, notes</source>
        <translation>persetujuan, usaha, catatan</translation>
    </message>
    <message>
        <source>Contact points</source>
        <translation>Titik kontak</translation>
    </message>
    <message>
        <source>primary first, all kept</source>
        <translation>utama dulu, semua disimpan</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>from {lists}</source>
        <translation>dari {lists}</translation>
    </message>
    <message>
        <source>Related customers</source>
        <translation>Pelanggan terkait</translation>
    </message>
    <message>
        <source>Enter opens them</source>
        <translation>Enter membukanya</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>files that held them</source>
        <translation>berkas yang memuatnya</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Lini masa</translation>
    </message>
    <message>
        <source>records and decisions</source>
        <translation>baris dan keputusan</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>as delivered, Enter shows all cells</source>
        <translation>seperti dikirim, Enter menampilkan semua sel</translation>
    </message>
</context>
<context>
    <name>CustomerHead</name>
    <message>
        <source>Take a record out…</source>
        <extracomment>What a probability is shown as at most, and from where on it has a decimal.</extracomment>
        <translation>Keluarkan satu baris…</translation>
    </message>
    <message>
        <source>Show as of…</source>
        <translation>Per tanggal…</translation>
    </message>
    <message>
        <source>Privacy…</source>
        <translation>Privasi…</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>CIN {cin}</source>
        <translation>CIN {cin}</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Dibatasi</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sejak {day}</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 baris</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>1 list</source>
        <translation>1 daftar</translation>
    </message>
    <message>
        <source>{count} lists</source>
        <translation>{count} daftar</translation>
    </message>
    <message>
        <source>{records} in {lists}</source>
        <translation>{records} di {lists}</translation>
    </message>
    <message>
        <source>took over {cins}</source>
        <translation>mengambil alih {cins}</translation>
    </message>
    <message>
        <source>{cins} and {count} more</source>
        <translation>{cins} dan {count} lagi</translation>
    </message>
</context>
<context>
    <name>CustomerPanels</name>
    <message>
        <source>{value} stands by the rule: {rule}.</source>
        <translation>{value} berlaku menurut aturan: {rule}.</translation>
    </message>
    <message>
        <source>Runner-up: {value}.</source>
        <translation>Nilai kedua: {value}.</translation>
    </message>
    <message>
        <source>Decision #{number}.</source>
        <translation>Keputusan #{number}.</translation>
    </message>
    <message>
        <source>Lock the value</source>
        <translation>Kunci nilai</translation>
    </message>
    <message>
        <source>Unlock the value</source>
        <translation>Buka kunci nilai</translation>
    </message>
    <message>
        <source>Where “{attribute}” comes from</source>
        <translation>Dari mana “{attribute}”</translation>
    </message>
    <message>
        <source>Another value for “{attribute}”</source>
        <translation>Nilai lain untuk “{attribute}”</translation>
    </message>
    <message>
        <source>It becomes a decision of yours and can be undone. The records stay as delivered.</source>
        <translation>Ini menjadi keputusan Anda dan dapat dibatalkan. Baris tetap seperti dikirim.</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>Pakai nilai ini</translation>
    </message>
    <message>
        <source>Undoing it changes nothing else.</source>
        <translation>Membatalkannya tidak mengubah hal lain.</translation>
    </message>
    <message>
        <source>Comes back: CIN {cins}.</source>
        <translation>Kembali: CIN {cins}.</translation>
    </message>
    <message>
        <source>Retires and forwards: CIN {cins}.</source>
        <translation>Pensiun dan diteruskan: CIN {cins}.</translation>
    </message>
    <message>
        <source>Not related: they are two customers, and it is not proposed again.</source>
        <translation>Tidak berkaitan: mereka dua pelanggan, dan tidak akan diusulkan lagi.</translation>
    </message>
    <message>
        <source>Does {title} belong here?</source>
        <translation>Apakah {title} berkaitan dengan pelanggan ini?</translation>
    </message>
    <message>
        <source>As two customers, they belong together with a likelihood of {share}: {relation}. Recorded, each shows the other, and both keep their CIN. It can be undone.</source>
        <translation>Sebagai dua pelanggan, kemungkinan mereka berkaitan {share}: {relation}. Setelah dicatat, masing-masing menampilkan yang lain dan keduanya tetap memiliki CIN sendiri. Keputusan ini dapat dibatalkan.</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} bit</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>Later decisions on the same records stay: {later}.</source>
        <translation>Keputusan sesudahnya atas baris yang sama tetap: {later}.</translation>
    </message>
    <message>
        <source>Values that change besides: {count}.</source>
        <translation>Nilai lain yang ikut berubah: {count}.</translation>
    </message>
    <message>
        <source>Undo #{number}: {decision}</source>
        <translation>Batalkan #{number}: {decision}</translation>
    </message>
    <message>
        <source>Undo #{number}</source>
        <translation>Batalkan #{number}</translation>
    </message>
    <message>
        <source>goes out</source>
        <translation>keluar</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>tetap</translation>
    </message>
    <message>
        <source>Choose the record that is somebody else.</source>
        <translation>Pilih baris yang sebenarnya orang lain.</translation>
    </message>
    <message>
        <source>Take a record out</source>
        <translation>Keluarkan satu baris</translation>
    </message>
    <message>
        <source>{key} becomes a customer of its own with its own CIN. {title} keeps CIN {cin} and {count} of {total} records. Nothing is lost, and it can be undone.</source>
        <translation>{key} menjadi pelanggan tersendiri dengan CIN sendiri. {title} tetap memakai CIN {cin} dan {count} dari {total} baris. Tidak ada yang hilang, dan dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Take {key} out</source>
        <translation>Keluarkan {key}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Open that customer</source>
        <translation>Buka pelanggan itu</translation>
    </message>
    <message>
        <source>Not related</source>
        <translation>Tidak berkaitan</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>keluar</translation>
    </message>
</context>
<context>
    <name>CustomerRows</name>
    <message>
        <source>primary</source>
        <extracomment>What says who the customer is. A product whose list has not seen the customer for so long sleeps.</extracomment>
        <translation>utama</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>sejak {day}</translation>
    </message>
    <message>
        <source>unused {months} months</source>
        <translation>tidak dipakai {months} bulan</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktif</translation>
    </message>
    <message>
        <source>dormant</source>
        <translation>tidak aktif</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>baris {row}</translation>
    </message>
    <message>
        <source>delivered {day}</source>
        <translation>dikirim {day}</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 sel</translation>
    </message>
    <message>
        <source>{count} cells</source>
        <translation>{count} sel</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>shown by {format}</source>
        <translation>ditampilkan dengan {format}</translation>
    </message>
    <message>
        <source>shown as {text} by {format}</source>
        <translation>ditampilkan sebagai {text} dengan {format}</translation>
    </message>
    <message>
        <source>{day} by {steward}</source>
        <translation>{day} oleh {steward}</translation>
    </message>
    <message>
        <source>wins</source>
        <translation>menang</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>kedua</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>tidak dipakai</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>No customers yet. Every row of a list becomes one; duplicates become one together.</source>
        <translation>Belum ada pelanggan. Setiap baris daftar menjadi satu pelanggan; baris ganda menjadi satu bersama-sama.</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln golden records</source>
        <translation>
            <numerusform>%Ln rekaman emas</numerusform>
        </translation>
    </message>
    <message>
        <source>This customer has no records any more; History shows why.</source>
        <translation>Pelanggan ini tidak punya baris lagi; Riwayat menunjukkan sebabnya.</translation>
    </message>
</context>
<context>
    <name>CutPill</name>
    <message>
        <source>Cut here</source>
        <translation>Potong di sini</translation>
    </message>
</context>
<context>
    <name>DamageWords</name>
    <message>
        <source>Column {column}, rows {rows}, for example {example}:</source>
        <translation>Kolom {column}, baris {rows}, misalnya {example}:</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 baris</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>{what} cut to 15 digits by Excel: {rows}</source>
        <translation>{what} dipotong Excel ke 15 angka: {rows}</translation>
    </message>
    <message>
        <source>{what} written as 3.17E+15: {rows}</source>
        <translation>{what} tertulis 3.17E+15: {rows}</translation>
    </message>
    <message>
        <source>{what} turned into numbers: {rows}</source>
        <translation>{what} berubah menjadi angka: {rows}</translation>
    </message>
    <message>
        <source>{what} turned into dates, or dates into numbers: {rows}</source>
        <translation>{what} menjadi tanggal, atau tanggal menjadi angka: {rows}</translation>
    </message>
    <message>
        <source>{what} without the leading zero: {rows}</source>
        <translation>{what} tanpa nol di depan: {rows}</translation>
    </message>
    <message>
        <source>Excel errors in {column}: {rows}</source>
        <translation>Galat Excel di {column}: {rows}</translation>
    </message>
    <message>
        <source>Day and month swapped in {column}: {rows}</source>
        <translation>Hari dan bulan tertukar di {column}: {rows}</translation>
    </message>
    <message>
        <source>Broken letters in {column}: {rows}</source>
        <translation>Huruf rusak di {column}: {rows}</translation>
    </message>
    <message>
        <source>Invisible characters in {column}: {rows}</source>
        <translation>Karakter tak terlihat di {column}: {rows}</translation>
    </message>
    <message>
        <source>Look-alike characters in {column}: {rows}</source>
        <translation>Karakter serupa di {column}: {rows}</translation>
    </message>
    <message>
        <source>Several customers in one cell of {column}: {rows}</source>
        <translation>Beberapa pelanggan dalam satu sel {column}: {rows}</translation>
    </message>
    <message>
        <source>Several values in one cell of {column}: {rows}</source>
        <translation>Beberapa nilai dalam satu sel {column}: {rows}</translation>
    </message>
    <message>
        <source>Values in the wrong column {column}: {rows}</source>
        <translation>Nilai di kolom yang salah {column}: {rows}</translation>
    </message>
    <message>
        <source>Excel keeps 15 digits of a number, so the last one is lost in the file. The 15 good digits are compared; the value never merges or vetoes on its own.</source>
        <translation>Excel menyimpan 15 angka saja, jadi angka terakhir hilang di berkas. 15 angka yang baik dibandingkan; nilai ini tidak pernah menggabung atau memveto sendiri.</translation>
    </message>
    <message>
        <source>Most digits are lost in the file. The value is kept as delivered and counts as unknown.</source>
        <translation>Sebagian besar angka hilang di berkas. Nilai disimpan seperti dikirim dan dianggap tidak diketahui.</translation>
    </message>
    <message>
        <source>A spreadsheet took them for numbers and added .0 or separators. They are read without these.</source>
        <translation>Program spreadsheet menganggapnya bilangan dan menambahkan .0 atau pemisah. Nilai dibaca tanpa tambahan itu.</translation>
    </message>
    <message>
        <source>A spreadsheet mistook them. The value is kept as delivered and counts as unknown.</source>
        <translation>Program spreadsheet salah menafsirkannya. Nilai disimpan seperti dikirim dan dianggap tidak diketahui.</translation>
    </message>
    <message>
        <source>A spreadsheet dropped the zero. It is put back where the number leaves no doubt.</source>
        <translation>Program spreadsheet membuang nol di depan. Nol dikembalikan bila nomornya tidak meragukan.</translation>
    </message>
    <message>
        <source>A formula failed there, for example {example}. The cells count as empty.</source>
        <translation>Rumusnya gagal, misalnya {example}. Sel dianggap kosong.</translation>
    </message>
    <message>
        <source>For example {example}: the order differs from the rest of the column. These dates load as doubtful.</source>
        <translation>Misalnya {example}: urutannya berbeda dari isi kolom lainnya. Tanggal ini dimuat sebagai meragukan.</translation>
    </message>
    <message>
        <source>For example {example}: the file was saved with a wrong encoding. It is mended only where that is certain.</source>
        <translation>Misalnya {example}: berkas disimpan dengan enkode yang salah. Hanya diperbaiki bila pasti.</translation>
    </message>
    <message>
        <source>Spaces that don&apos;t break and characters without width; they don&apos;t count when compared.</source>
        <translation>Spasi yang tidak terputus dan karakter tanpa lebar; tidak dihitung saat membandingkan.</translation>
    </message>
    <message>
        <source>For example {example}: letters of another alphabet, or an O among digits. Please check.</source>
        <translation>Misalnya {example}: huruf dari abjad lain, atau O di antara angka. Mohon periksa.</translation>
    </message>
    <message>
        <source>For example {example}. The row stays one record; ask for one customer per row.</source>
        <translation>Misalnya {example}. Baris tetap satu; minta satu pelanggan per baris.</translation>
    </message>
    <message>
        <source>For example {example}. The row stays one record; ask for one value per cell.</source>
        <translation>Misalnya {example}. Baris ini tetap satu catatan; mintalah satu nilai per sel.</translation>
    </message>
    <message>
        <source>For example {example}. A value that clearly belongs elsewhere is read as what it is.</source>
        <translation>Misalnya {example}. Nilai yang jelas milik kolom lain dibaca sebagaimana mestinya.</translation>
    </message>
    <message>
        <source>Excel cut these long numbers. Please format the column as text before typing or pasting, fill the numbers in again and send the list anew.</source>
        <translation>Excel memotong nomor panjang ini. Mohon format kolom sebagai teks sebelum mengetik atau menempel, isi kembali nomornya, lalu kirim ulang daftarnya.</translation>
    </message>
    <message>
        <source>The column is formatted as number, which drops zeros and adds signs. Please format it as text and export the list again.</source>
        <translation>Kolom diformat sebagai angka sehingga nol hilang dan tanda bertambah. Mohon format sebagai teks lalu ekspor ulang daftarnya.</translation>
    </message>
    <message>
        <source>Excel turned these values into dates or numbers. Please format the column as text and fill them in again.</source>
        <translation>Excel mengubah nilai ini menjadi tanggal atau angka. Mohon format kolom sebagai teks lalu isi kembali.</translation>
    </message>
    <message>
        <source>The formulas give errors. Please send the values themselves.</source>
        <translation>Rumusnya menghasilkan galat. Mohon kirim nilainya saja.</translation>
    </message>
    <message>
        <source>Day and month are swapped. Please write all dates the same way, best as 2026-05-31.</source>
        <translation>Hari dan bulan tertukar. Mohon tulis semua tanggal dengan cara yang sama, sebaiknya seperti 2026-05-31.</translation>
    </message>
    <message>
        <source>The letters are broken. Please save the file as UTF-8 or as .xlsx.</source>
        <translation>Hurufnya rusak. Mohon simpan berkas sebagai UTF-8 atau .xlsx.</translation>
    </message>
    <message>
        <source>There are invisible or foreign look-alike characters. Please type these values anew.</source>
        <translation>Ada karakter tak terlihat atau karakter asing yang serupa. Mohon ketik ulang nilai ini.</translation>
    </message>
    <message>
        <source>Please write one customer per row.</source>
        <translation>Mohon tulis satu pelanggan per baris.</translation>
    </message>
    <message>
        <source>Please write one value per cell, and one customer per row.</source>
        <translation>Mohon tulis satu nilai per sel dan satu pelanggan per baris.</translation>
    </message>
    <message>
        <source>These values stand in the wrong column. Please move them.</source>
        <translation>Nilai ini berada di kolom yang salah. Mohon pindahkan.</translation>
    </message>
    <message>
        <source>The key stands in more than one row. Please give every customer their own.</source>
        <translation>Kunci ini ada di lebih dari satu baris. Mohon beri setiap pelanggan kunci sendiri.</translation>
    </message>
    <message>
        <source>These are placeholders. Please leave the cell empty where nothing is known.</source>
        <translation>Ini isian kosong-semu. Mohon kosongkan sel bila nilainya tidak diketahui.</translation>
    </message>
    <message>
        <source>These values look wrong. Please check them.</source>
        <translation>Nilai ini tampak salah. Mohon periksa.</translation>
    </message>
</context>
<context>
    <name>DamagedStoreDialog</name>
    <message>
        <source>The store is damaged</source>
        <translation>Berkas data rusak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Another copy…</source>
        <translation>Salinan lain…</translation>
    </message>
    <message>
        <source>Choose a copy…</source>
        <translation>Pilih salinan…</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>Pulihkan salinan ini</translation>
    </message>
    <message>
        <source>{store} is damaged and can&apos;t be opened; no backup copy lies beside it.</source>
        <translation>{store} rusak dan tidak dapat dibuka; tidak ada salinan cadangan di sampingnya.</translation>
    </message>
    <message>
        <source>{store} is damaged and can&apos;t be opened. The newest backup copy beside it, {copy}, is of {moment}.</source>
        <translation>{store} rusak dan tidak dapat dibuka. Salinan cadangan terbaru di sampingnya, {copy}, dibuat {moment}.</translation>
    </message>
    <message>
        <source>A copy takes the place of the damaged file, which is kept beside it under a name like {kept}. What was decided after the copy was made is not in it.</source>
        <translation>Salinan menggantikan berkas yang rusak, yang tetap disimpan di sampingnya dengan nama seperti {kept}. Keputusan setelah salinan dibuat tidak ada di dalamnya.</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Decisions per day</source>
        <translation>Keputusan per hari</translation>
    </message>
    <message>
        <source>today</source>
        <translation>kini</translation>
    </message>
</context>
<context>
    <name>DeliveriesModel</name>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Tetap</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Loaded by</source>
        <translation>Dimuat oleh</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>{file} · mended rows</source>
        <translation>{file} · baris diperbaiki</translation>
    </message>
</context>
<context>
    <name>DeliveryDesk</name>
    <message>
        <source>Delivery undone</source>
        <extracomment>Rows of a source that were held back, and its columns that hold numbers of people.</extracomment>
        <translation>Kiriman dibatalkan</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Buku kerja Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the report card</source>
        <translation>Simpan rapor</translation>
    </message>
    <message>
        <source>The report card is saved as {file}</source>
        <translation>Rapor disimpan sebagai {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of {source} loaded</source>
        <translation>
            <numerusform>%Ln baris {source} dimuat</numerusform>
        </translation>
    </message>
    <message>
        <source>The next delivery that holds the row loads it</source>
        <translation>Kiriman berikutnya yang memuat baris ini akan memuatnya</translation>
    </message>
    <message>
        <source>Noted: it is no customer</source>
        <translation>Dicatat: bukan pelanggan</translation>
    </message>
    <message>
        <source>Golden values were chosen anew</source>
        <translation>Nilai emas dipilih ulang</translation>
    </message>
    <message>
        <source>Rows of {source} that were held back</source>
        <translation>Baris {source} yang ditahan</translation>
    </message>
    <message>
        <source>How deliveries of {source} are taken</source>
        <translation>Cara menerima kiriman {source}</translation>
    </message>
    <message>
        <source>Changes are kept at once and count from the next delivery on.</source>
        <translation>Perubahan langsung disimpan dan berlaku mulai kiriman berikutnya.</translation>
    </message>
</context>
<context>
    <name>DetailFrame</name>
    <message>
        <source>Back to the lists</source>
        <translation>Kembali ke daftar</translation>
    </message>
</context>
<context>
    <name>DraftKeys</name>
    <message>
        <source>This member has no value here to take.</source>
        <translation>Anggota ini tidak punya nilai di sini untuk diambil.</translation>
    </message>
    <message>
        <source>The evidence proposes no cut here; {key} splits freely.</source>
        <translation>Bukti tidak mengusulkan potongan di sini; {key} untuk pisah bebas.</translation>
    </message>
    <message>
        <source>This value comes with the merge: merge first, then lock it.</source>
        <translation>Nilai ini datang bersama penggabungan: gabungkan dulu, lalu kunci.</translation>
    </message>
</context>
<context>
    <name>DriftGrid</name>
    <message>
        <source>Last delivery</source>
        <extracomment>More changed columns than these are looked at in the table of all columns.</extracomment>
        <translation>Kiriman terakhir</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Berkas ini</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more, which the table of columns shows</source>
        <translation>
            <numerusform>dan %Ln lagi, ada di tabel kolom</numerusform>
        </translation>
    </message>
    <message>
        <source>What {column} becomes</source>
        <translation>Menjadi apa {column}</translation>
    </message>
    <message>
        <source>Which column continues {column}</source>
        <translation>Kolom mana yang melanjutkan {column}</translation>
    </message>
    <message>
        <source>{target}: not delivered any more</source>
        <translation>{target}: tidak dikirim lagi</translation>
    </message>
    <message>
        <source>{target}: now {column}</source>
        <translation>{target}: kini {column}</translation>
    </message>
</context>
<context>
    <name>DryRunCard</name>
    <message>
        <source>What would change</source>
        <extracomment>Attributes that get a chip of their own; the table shows all.</extracomment>
        <translation>Yang akan berubah</translation>
    </message>
    <message>
        <source>Golden values that would change</source>
        <translation>Nilai emas yang akan berubah</translation>
    </message>
    <message>
        <source>Change a rule at the left. What it would alter on every golden record appears here before anything is saved.</source>
        <translation>Ubah aturan di kiri. Perubahannya pada setiap rekaman emas tampil di sini sebelum ada yang disimpan.</translation>
    </message>
    <message>
        <source>No golden value would change</source>
        <translation>Tidak ada nilai emas yang berubah</translation>
    </message>
    <message>
        <source>Every golden record stays as it is by these rules.</source>
        <translation>Setiap rekaman emas tetap sama dengan aturan ini.</translation>
    </message>
    <message>
        <source>{values} of {customers}</source>
        <translation>{values} dari {customers}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln golden values</source>
        <translation>
            <numerusform>%Ln nilai emas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln pelanggan</numerusform>
        </translation>
    </message>
    <message>
        <source>first {count} listed</source>
        <translation>{count} pertama dicantumkan</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>CIN</source>
        <translation>CIN</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Kini</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Nanti</translation>
    </message>
</context>
<context>
    <name>EmptyQueue</name>
    <message>
        <source>{title}: everything is decided.</source>
        <translation>{title}: semua sudah diputuskan.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>No cluster is left under these filters.</source>
        <translation>Tidak ada klaster lagi dengan saringan ini.</translation>
    </message>
    <message>
        <source>Show the whole queue</source>
        <translation>Tampilkan seluruh antrean</translation>
    </message>
    <message>
        <source>Every cluster has its answer, but lists came or changed since the last match run.</source>
        <translation>Setiap klaster sudah dijawab, tetapi ada daftar yang datang atau berubah sejak pencocokan terakhir.</translation>
    </message>
    <message>
        <source>The lists are loaded but not compared yet. Rows that may be one customer appear here.</source>
        <translation>Daftar sudah dimuat tetapi belum dibandingkan. Baris yang mungkin satu pelanggan akan muncul di sini.</translation>
    </message>
    <message>
        <source>Find matches</source>
        <translation>Cari kecocokan</translation>
    </message>
    <message>
        <source>The queue is finished: every cluster has its answer. The unified master is up to date.</source>
        <translation>Antrean selesai: setiap klaster sudah terjawab. Master terpadu sudah mutakhir.</translation>
    </message>
    <message>
        <source>To Home</source>
        <translation>Ke Beranda</translation>
    </message>
    <message>
        <source>No clusters yet. Load lists and find matches; what may be one customer appears here.</source>
        <translation>Belum ada klaster. Muat daftar dan cari kecocokan; yang mungkin satu pelanggan muncul di sini.</translation>
    </message>
    <message>
        <source>Load lists</source>
        <translation>Muat daftar</translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>As of entry</source>
        <translation>Per entri</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>No file has left this store yet. Every master and access pack will stand here.</source>
        <translation>Belum ada berkas yang keluar dari berkas data ini. Setiap master dan paket akses akan tercatat di sini.</translation>
    </message>
    <message>
        <source>Export the master</source>
        <translation>Ekspor master</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exports</source>
        <translation>
            <numerusform>%Ln ekspor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>revenue</source>
        <translation>pendapatan</translation>
    </message>
    <message>
        <source>total of all lists</source>
        <translation>jumlah semua daftar</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>terakhir {day}</translation>
    </message>
    <message>
        <source>purchases</source>
        <translation>pembelian</translation>
    </message>
    <message>
        <source>products held</source>
        <translation>produk dimiliki</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Source</source>
        <extracomment>With less room than this beside the source, the name of the file has a line of its own.</extracomment>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Source of this list</source>
        <translation>Sumber daftar ini</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Department that the new source belongs to</source>
        <translation>Bagian pemilik sumber baru</translation>
    </message>
    <message>
        <source>Save the mapping…</source>
        <translation>Simpan pemetaan…</translation>
    </message>
    <message>
        <source>Use a saved mapping…</source>
        <translation>Pakai pemetaan tersimpan…</translation>
    </message>
    <message>
        <source>key {column}</source>
        <translation>kunci {column}</translation>
    </message>
    <message>
        <source>no key column: rows are recognized by their content</source>
        <translation>tanpa kolom kunci: baris dikenali dari isinya</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Kind</source>
        <extracomment>Days that a period reaches back.</extracomment>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Steward</source>
        <translation>Steward</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 bulan terakhir</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Kapan saja</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Status apa pun</translation>
    </message>
    <message>
        <source>All stewards</source>
        <translation>Semua steward</translation>
    </message>
    <message>
        <source>All lists</source>
        <translation>Semua daftar</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>{layout} For example {cells}</source>
        <extracomment>A list has few damages and may have many notes: the first of them come at once, the others when they are asked for.</extracomment>
        <translation>{layout} Misalnya {cells}</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Tampilkan %Ln lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing damaged was found. The file stays as it is.</source>
        <translation>Tidak ada kerusakan. Berkas tetap apa adanya.</translation>
    </message>
    <message>
        <source>1 damage</source>
        <translation>1 kerusakan</translation>
    </message>
    <message>
        <source>{count} damages</source>
        <translation>{count} kerusakan</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 catatan</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} catatan</translation>
    </message>
    <message>
        <source>{counts}. The file stays as it is.</source>
        <translation>{counts}. Berkas tetap apa adanya.</translation>
    </message>
</context>
<context>
    <name>FlowPicture</name>
    <message>
        <source>From lists to customers</source>
        <extracomment>Where the bars stand, as shares of the width; large text moves them together, but not closer than this. The middle bar, as a share of the way between the other two.</extracomment>
        <translation>Dari daftar ke pelanggan</translation>
    </message>
    <message>
        <source>In one row only</source>
        <translation>Hanya di satu baris</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln pelanggan</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, {duplicates}</source>
        <translation>{rows}, {duplicates}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicates</source>
        <translation>
            <numerusform>%Ln ganda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln baris</numerusform>
        </translation>
    </message>
    <message>
        <source>each with its own CIN</source>
        <translation>masing-masing dengan CIN sendiri</translation>
    </message>
    <message>
        <source>Joined from several rows</source>
        <translation>Digabung dari beberapa baris</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>No folded rows</source>
        <translation>Tidak ada baris terlipat</translation>
    </message>
    <message>
        <source>Fold identical, empty and business rows: {count}</source>
        <translation>Lipat baris sama, kosong, dan usaha: {count}</translation>
    </message>
    <message>
        <source>1 identical or empty row is folded</source>
        <translation>1 baris sama atau kosong dilipat</translation>
    </message>
    <message>
        <source>{count} identical or empty rows are folded</source>
        <translation>{count} baris sama atau kosong dilipat</translation>
    </message>
    <message>
        <source>{count} identical, empty or business rows are folded</source>
        <translation>{count} baris sama, kosong, atau usaha dilipat</translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message>
        <source>This very file was loaded before</source>
        <translation>Berkas ini sudah pernah dimuat</translation>
    </message>
    <message>
        <source>The file is older than the last one</source>
        <translation>Berkas lebih lama daripada yang terakhir</translation>
    </message>
    <message>
        <source>Far fewer rows than last time</source>
        <translation>Baris jauh lebih sedikit dari sebelumnya</translation>
    </message>
    <message>
        <source>The column {column} is gone</source>
        <translation>Kolom {column} tidak ada lagi</translation>
    </message>
    <message>
        <source>The keys look different</source>
        <translation>Bentuk kunci berbeda</translation>
    </message>
    <message>
        <source>No key column</source>
        <translation>Tanpa kolom kunci</translation>
    </message>
    <message>
        <source>Looks like a part of the list</source>
        <translation>Tampaknya hanya sebagian daftar</translation>
    </message>
    <message>
        <source>Known records are missing</source>
        <translation>Baris yang dikenal hilang</translation>
    </message>
    <message>
        <source>Records came under another key</source>
        <translation>Rekaman datang dengan kunci lain</translation>
    </message>
    <message>
        <source>It was loaded on {day}. Loading it again brings nothing new.</source>
        <translation>Dimuat pada {day}. Memuatnya lagi tidak membawa hal baru.</translation>
    </message>
    <message>
        <source>It was loaded on {day}, and another list after it. Old values may replace newer ones.</source>
        <translation>Berkas ini dimuat pada {day}, dan daftar lain sesudahnya. Nilai lama bisa menggantikan yang lebih baru.</translation>
    </message>
    <message>
        <source>It was saved on {day}, the one loaded last on {last}. Old values would replace newer ones.</source>
        <translation>Disimpan pada {day}, sedangkan yang terakhir dimuat pada {last}. Nilai lama akan mengganti nilai yang lebih baru.</translation>
    </message>
    <message>
        <source>The last list had {before} rows, this one has {rows}: {share} % fewer. Was it cut off?</source>
        <translation>Daftar terakhir berisi {before} baris, yang ini {rows}: berkurang {share} %. Apakah terpotong?</translation>
    </message>
    <message>
        <source>It held {target}. Records that are loaded now have no {target} from this source.</source>
        <translation>Kolom ini berisi {target}. Baris yang dimuat sekarang tidak punya {target} dari sumber ini.</translation>
    </message>
    <message>
        <source>It was {before}, now it is {after}. Every row would be new; choose another key column?</source>
        <translation>Sebelumnya {before}, kini {after}. Setiap baris akan dianggap baru; pilih kolom kunci lain?</translation>
    </message>
    <message>
        <source>Rows are recognized again by their content, so a changed row counts as a new one.</source>
        <translation>Baris dikenali kembali dari isinya, jadi baris yang berubah dianggap baru.</translation>
    </message>
    <message>
        <source>It holds {held} of the {known} records that are known.</source>
        <translation>Memuat {held} dari {known} baris yang sudah dikenal.</translation>
    </message>
    <message>
        <source>Records of earlier deliveries that are not in it: {count}. They are kept.</source>
        <translation>Baris kiriman sebelumnya yang tidak ada di sini: {count}. Semuanya tetap disimpan.</translation>
    </message>
    <message>
        <source>Rows with the same cells under a new key: {count}. They stay who they are.</source>
        <translation>Baris dengan sel yang sama di bawah kunci baru: {count}. Identitasnya tetap.</translation>
    </message>
    <message>
        <source>Rows with a few other cells under a new key: {count}. They stay who they are, as nobody else is like them.</source>
        <translation>Baris dengan kunci baru dan beberapa sel lain: {count}. Tetap dianggap pelanggan yang sama, karena tidak ada yang lain serupa.</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>ganti nama</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>pindah</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>tetap</translation>
    </message>
</context>
<context>
    <name>HandKinds</name>
    <message>
        <source>New attribute …</source>
        <translation>Atribut baru …</translation>
    </message>
    <message>
        <source>Take apart …</source>
        <translation>Pecah …</translation>
    </message>
    <message>
        <source>Put together with others …</source>
        <translation>Satukan dengan yang lain …</translation>
    </message>
    <message>
        <source>Key of several columns …</source>
        <translation>Kunci dari beberapa kolom …</translation>
    </message>
</context>
<context>
    <name>HeldView</name>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Why it is held back</source>
        <translation>Alasan ditahan</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Nilai asli</translation>
    </message>
    <message>
        <source>Rows that would be held back</source>
        <translation>Baris yang akan ditahan</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} dari {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Lewati tur</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Search decisions</source>
        <translation>Cari keputusan</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Reversed: {what}</source>
        <translation>Dibalikkan: {what}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Berlaku</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Dibalikkan</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Ditanya lagi</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entri</numerusform>
        </translation>
    </message>
    <message>
        <source>No decision fits this search.</source>
        <translation>Tidak ada keputusan yang sesuai.</translation>
    </message>
    <message>
        <source>Show all decisions</source>
        <translation>Tampilkan semua keputusan</translation>
    </message>
    <message>
        <source>Nothing has been decided yet. Every decision will stand here and can be reversed.</source>
        <translation>Belum ada keputusan. Setiap keputusan akan tercatat di sini dan dapat dibalikkan.</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
</context>
<context>
    <name>HitsSidebar</name>
    <message>
        <source>Name, phone, e-mail, id</source>
        <translation>Nama, telepon, e-mail, id</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>No customer has this name, phone, e-mail or id. Fewer letters find more.</source>
        <translation>Tidak ada pelanggan dengan nama, telepon, e-mail, atau id ini. Huruf lebih sedikit menemukan lebih banyak.</translation>
    </message>
    <message>
        <source>1 customer</source>
        <translation>1 pelanggan</translation>
    </message>
    <message>
        <source>All {count} customers</source>
        <translation>Semua {count} pelanggan</translation>
    </message>
    <message>
        <source>1 customer found</source>
        <translation>1 pelanggan ditemukan</translation>
    </message>
    <message>
        <source>{count} customers found</source>
        <translation>{count} pelanggan ditemukan</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Dibatasi</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message>
        <source>Lists changed since the last match run. It compares only what is new.</source>
        <translation>Daftar berubah sejak pencocokan terakhir. Hanya yang baru dibandingkan.</translation>
    </message>
    <message>
        <source>record, not matched yet</source>
        <translation>rekaman, belum dicocokkan</translation>
    </message>
    <message>
        <source>records, not all of them matched</source>
        <translation>baris, belum semua dicocokkan</translation>
    </message>
    <message>
        <source>Find matches</source>
        <translation>Cari kecocokan</translation>
    </message>
    <message>
        <source>clusters wait for a decision</source>
        <translation>klaster menunggu keputusan</translation>
    </message>
    <message>
        <source>cluster waits for a decision</source>
        <translation>klaster menunggu keputusan</translation>
    </message>
    <message>
        <source>Continue review</source>
        <translation>Lanjutkan tinjauan</translation>
    </message>
    <message>
        <source>cluster put off for later</source>
        <translation>klaster ditunda</translation>
    </message>
    <message>
        <source>records, none of them matched yet</source>
        <translation>rekaman, belum ada yang dicocokkan</translation>
    </message>
    <message>
        <source>clusters put off for later</source>
        <translation>klaster ditunda</translation>
    </message>
    <message>
        <source>issue in the lists loaded</source>
        <translation>masalah dalam daftar yang dimuat</translation>
    </message>
    <message>
        <source>issues in the lists loaded</source>
        <translation>masalah dalam daftar yang dimuat</translation>
    </message>
    <message>
        <source>Finds the rows that may be the same customer. More lists can come before or after.</source>
        <translation>Mencari baris yang mungkin pelanggan yang sama. Daftar lain dapat dimuat sebelum atau sesudahnya.</translation>
    </message>
    <message>
        <source>It waits until you open it again.</source>
        <translation>Menunggu sampai Anda membukanya lagi.</translation>
    </message>
    <message>
        <source>They wait until you open them again.</source>
        <translation>Menunggu sampai Anda membukanya lagi.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>Mostly in {lists}.</source>
        <translation>Terbanyak di {lists}.</translation>
    </message>
    <message>
        <source>Kept as delivered; they never decide on their own.</source>
        <translation>Disimpan seperti dikirim; tidak pernah menentukan sendiri.</translation>
    </message>
    <message>
        <source>Look at the lists</source>
        <translation>Lihat daftar</translation>
    </message>
    <message>
        <source>lists are overdue</source>
        <translation>daftar terlambat</translation>
    </message>
    <message>
        <source>list is overdue</source>
        <translation>daftar terlambat</translation>
    </message>
    <message>
        <source>{lists}: last delivery over 30 days old.</source>
        <translation>{lists}: kiriman terakhir lebih dari 30 hari lalu.</translation>
    </message>
    <message>
        <source>Load new deliveries</source>
        <translation>Muat kiriman baru</translation>
    </message>
    <message>
        <source>customer in the unified master</source>
        <translation>pelanggan dalam master terpadu</translation>
    </message>
    <message>
        <source>customers in the unified master</source>
        <translation>pelanggan di master terpadu</translation>
    </message>
    <message>
        <source>Excel, CSV or Parquet, with crosswalk and id changes.</source>
        <translation>Excel, CSV, atau Parquet, dengan tabel rujukan dan perubahan id.</translation>
    </message>
    <message>
        <source>Export the master</source>
        <translation>Ekspor master</translation>
    </message>
    <message>
        <source>lists loaded</source>
        <translation>daftar dimuat</translation>
    </message>
    <message>
        <source>list loaded</source>
        <translation>daftar dimuat</translation>
    </message>
    <message>
        <source>Drop the next list anywhere on this window.</source>
        <translation>Jatuhkan daftar berikutnya di mana saja di jendela ini.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <extracomment>What the page needs, at 100 %, to show its cards in two columns. Entries of the log that no one decided, as in the bars of the days.</extracomment>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Search customers, ids, phones</source>
        <translation>Cari pelanggan, id, telepon</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Langkah berikutnya</translation>
    </message>
    <message>
        <source>Drop the lists of your departments anywhere on this window: Excel or CSV, as they are.</source>
        <translation>Jatuhkan daftar dari bagian-bagian Anda di mana saja di jendela ini: Excel atau CSV, apa adanya.</translation>
    </message>
    <message>
        <source>Load the first list</source>
        <translation>Muat daftar pertama</translation>
    </message>
    <message>
        <source>Decisions, last 14 days</source>
        <translation>Keputusan, 14 hari terakhir</translation>
    </message>
    <message>
        <source>A few quick questions</source>
        <translation>Beberapa pertanyaan singkat</translation>
    </message>
    <message numerus="yes">
        <source>From %Ln lists to one master</source>
        <translation>
            <numerusform>Dari %Ln daftar ke satu master</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last match run {when}, {time} for %Ln records</source>
        <translation>
            <numerusform>Pencocokan terakhir {when}, {time} untuk %Ln baris</numerusform>
        </translation>
    </message>
    <message>
        <source>These are the sample lists, and who is who in them is known: decide a few clusters in Review, and you see here how many answers are right. Everything can be undone.</source>
        <translation>Ini daftar contoh, dan siapa orang yang sama di dalamnya sudah diketahui: putuskan beberapa klaster di Tinjauan, dan di sini terlihat berapa jawaban yang benar. Semuanya dapat dibatalkan.</translation>
    </message>
    <message>
        <source>These are the sample lists, and who is who in them is known. Merging every almost certain cluster as proposed, you would have got {share} % right ({right} of {count}). Decide a few and see how many of yours are.</source>
        <translation>Ini daftar contoh, dan siapa adalah siapa di dalamnya sudah diketahui. Jika setiap klaster yang hampir pasti digabung seperti usulan, {share} % akan benar ({right} dari {count}). Putuskan beberapa dan lihat berapa keputusan Anda yang benar.</translation>
    </message>
    <message>
        <source>Your answers that agree with the truth of the sample lists: {right} of {count}, {share} %.</source>
        <translation>Jawaban Anda yang sesuai dengan kenyataan daftar contoh: {right} dari {count}, {share} %.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln menit</numerusform>
        </translation>
    </message>
    <message>
        <source>width = records</source>
        <translation>lebar = baris</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>seluruhnya</translation>
    </message>
    <message>
        <source>{count} reversed</source>
        <translation>{count} dibalikkan</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>Column {number}</source>
        <translation>Kolom {number}</translation>
    </message>
    <message>
        <source>Name each column once.</source>
        <translation>Sebut setiap kolom satu kali.</translation>
    </message>
    <message>
        <source>comes again</source>
        <translation>berulang</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <extracomment>Room for the edges of the dialog and its buttons, beside and below the keys.</extracomment>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Aksi dan tombolnya</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Matikan</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Tombol biasa</translation>
    </message>
    <message>
        <source>Change the keys</source>
        <translation>Ubah tombol</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation>Kembali ke bawaan</translation>
    </message>
    <message>
        <source>All back to the usual</source>
        <translation>Semua kembali ke bawaan</translation>
    </message>
    <message>
        <source>Press the new key for “{action}”; Esc leaves it as it is.</source>
        <translation>Tekan tombol baru untuk “{action}”; Esc membiarkannya seperti semula.</translation>
    </message>
    <message>
        <source>Press key {number} of {count} for “{action}”; Esc leaves them as they are.</source>
        <translation>Tekan tombol ke-{number} dari {count} untuk “{action}”; Esc membiarkannya seperti semula.</translation>
    </message>
    <message>
        <source>{key} moves the focus or leaves; take another key.</source>
        <translation>{key} memindahkan fokus atau keluar; pakai tombol lain.</translation>
    </message>
    <message>
        <source>{key} already means “{action}” ({where}); give that another key first.</source>
        <translation>{key} sudah berarti “{action}” ({where}); beri aksi itu tombol lain dulu.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>tanpa tombol</translation>
    </message>
    <message>
        <source>“{action}”: {keys}</source>
        <translation>“{action}”: {keys}</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aksi</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di mana saja</translation>
    </message>
    <message>
        <source>Clusters alike</source>
        <translation>Klaster serupa</translation>
    </message>
    <message>
        <source>Timed session</source>
        <translation>Sesi berwaktu</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Tur</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>just now</source>
        <extracomment>Own names: the language a steward looks for is written in that language.</extracomment>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} mnt lalu</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>{count} jam lalu</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>kurang dari 1 dtk</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} dtk</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} mnt</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} jam {minutes} mnt</translation>
    </message>
</context>
<context>
    <name>LaterPanel</name>
    <message>
        <source>Later, because</source>
        <translation>Nanti, karena</translation>
    </message>
    <message>
        <source>list owner must answer</source>
        <translation>pemilik daftar harus menjawab</translation>
    </message>
    <message>
        <source>customer must answer</source>
        <translation>pelanggan harus menjawab</translation>
    </message>
    <message>
        <source>data too thin</source>
        <translation>data terlalu sedikit</translation>
    </message>
    <message>
        <source>colleague decides</source>
        <translation>rekan yang memutuskan</translation>
    </message>
    <message>
        <source>Again on</source>
        <translation>Lagi pada</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>besok</translation>
    </message>
    <message>
        <source>in a week</source>
        <translation>seminggu lagi</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>sebulan lagi</translation>
    </message>
    <message>
        <source>Day on which the cluster comes back</source>
        <translation>Hari klaster ini kembali</translation>
    </message>
    <message>
        <source>or in your words</source>
        <translation>atau dengan kata Anda</translation>
    </message>
    <message>
        <source>Reason in your words</source>
        <translation>Alasan dengan kata Anda</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Tunda</translation>
    </message>
</context>
<context>
    <name>LayoutWords</name>
    <message>
        <source>Totals or remarks: {count} (row {rows} …).</source>
        <extracomment>So many rows are named one by one; of more the first ones stand for all.</extracomment>
        <translation>Jumlah atau keterangan: {count} (baris {rows} …).</translation>
    </message>
    <message>
        <source>Only says how to fill in the columns: row {row}.</source>
        <translation>Hanya menjelaskan cara mengisi kolom: baris {row}.</translation>
    </message>
    <message>
        <source>Only a title, not data: row {rows}.</source>
        <translation>Hanya judul, bukan data: baris {rows}.</translation>
    </message>
    <message>
        <source>The header fills the rows {rows}.</source>
        <translation>Judul kolom ada di baris {rows}.</translation>
    </message>
    <message>
        <source>There is no header; the columns were numbered.</source>
        <translation>Tidak ada judul kolom; kolom diberi nomor.</translation>
    </message>
    <message>
        <source>Columns named anew: {names}.</source>
        <translation>Kolom dinamai ulang: {names}.</translation>
    </message>
    <message>
        <source>Row {row} only numbers the columns.</source>
        <translation>Baris {row} hanya berisi nomor kolom.</translation>
    </message>
    <message>
        <source>The header repeats in row {rows}.</source>
        <translation>Judul kolom berulang di baris {rows}.</translation>
    </message>
    <message>
        <source>Row {row} is a total or a remark.</source>
        <translation>Baris {row} adalah jumlah atau catatan.</translation>
    </message>
    <message>
        <source>The sheet {name} holds no customers.</source>
        <translation>Lembar {name} tidak berisi pelanggan.</translation>
    </message>
    <message>
        <source>The sheet {name} is hidden and was not read.</source>
        <translation>Lembar {name} tersembunyi dan tidak dibaca.</translation>
    </message>
    <message>
        <source>The sheet {name} is hidden in the file.</source>
        <translation>Lembar {name} tersembunyi di berkas.</translation>
    </message>
    <message>
        <source>{name} in the archive can&apos;t be read and is left out.</source>
        <translation>{name} di dalam arsip tidak dapat dibaca dan dilewatkan.</translation>
    </message>
    <message>
        <source>Read as {encoding}.</source>
        <translation>Dibaca sebagai {encoding}.</translation>
    </message>
    <message>
        <source>tabulators</source>
        <translation>tabulator</translation>
    </message>
    <message>
        <source>Columns parted by {sign}</source>
        <translation>Kolom dipisah dengan {sign}</translation>
    </message>
    <message>
        <source>Rows with more or fewer cells than the header: {count} (row {rows}). None of their cells is lost.</source>
        <translation>Baris dengan sel lebih banyak atau lebih sedikit daripada judul kolom: {count} (baris {rows}). Tidak ada selnya yang hilang.</translation>
    </message>
    <message>
        <source>Hidden columns left out: {names}.</source>
        <translation>Kolom tersembunyi yang ditinggalkan: {names}.</translation>
    </message>
    <message>
        <source>Files in the archive that are no lists: {names}.</source>
        <translation>Berkas di dalam arsip yang bukan daftar: {names}.</translation>
    </message>
    <message>
        <source>Cells with an Excel error: {count}.</source>
        <translation>Sel berisi galat Excel: {count}.</translation>
    </message>
    <message>
        <source>Formulas: {count}; their results were read.</source>
        <translation>Rumus: {count}; hasilnya yang dibaca.</translation>
    </message>
    <message>
        <source>There are formulas that were never computed; open the file in Excel and save it.</source>
        <translation>Ada rumus yang belum pernah dihitung; buka berkas di Excel lalu simpan.</translation>
    </message>
    <message>
        <source>Hidden rows: {count} (row {rows}).</source>
        <translation>Baris tersembunyi: {count} (baris {rows}).</translation>
    </message>
    <message>
        <source>Rows hidden by a filter: {count} (row {rows}).</source>
        <translation>Baris tersembunyi oleh saringan: {count} (baris {rows}).</translation>
    </message>
    <message>
        <source>Hidden rows left out: {count} (row {rows}).</source>
        <translation>Baris tersembunyi yang tidak dimuat: {count} (baris {rows}).</translation>
    </message>
    <message>
        <source>Hidden columns: {names}.</source>
        <translation>Kolom tersembunyi: {names}.</translation>
    </message>
    <message>
        <source>Merged cells: {count}; the value stands in the first cell ({areas}).</source>
        <translation>Sel gabungan: {count}; nilainya ada di sel pertama ({areas}).</translation>
    </message>
    <message>
        <source>Contacts of an address book: {count}.</source>
        <translation>Kontak buku alamat: {count}.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>a part of the word</source>
        <translation>sebagian kata</translation>
    </message>
    <message>
        <source>only the initial</source>
        <translation>hanya inisial</translation>
    </message>
    <message>
        <source>in the e-mail only</source>
        <translation>hanya di e-mail</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>kata lain</translation>
    </message>
</context>
<context>
    <name>LearningPage</name>
    <message>
        <source>Forget what was learnt</source>
        <translation>Lupakan yang dipelajari</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>12 quick questions</source>
        <translation>12 pertanyaan singkat</translation>
    </message>
    <message numerus="yes">
        <source>Learnt. %Ln clusters wait now.</source>
        <translation>
            <numerusform>Selesai dipelajari. Kini %Ln klaster menunggu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgotten. %Ln clusters wait now.</source>
        <translation>
            <numerusform>Sudah dilupakan. Kini %Ln klaster menunggu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions show what counts in these lists. Steward works out what would change, shows all of it, and learns only when you say so.</source>
        <translation>Keputusan menunjukkan apa yang berbobot di daftar ini. Steward menghitung apa yang akan berubah, menampilkan semuanya, dan baru belajar setelah Anda menyetujui.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet. Merge records or set some apart first.</source>
        <translation>Belum ada yang dapat dipelajari. Gabungkan atau pisahkan beberapa baris dulu.</translation>
    </message>
    <message>
        <source>To the review</source>
        <translation>Ke tinjauan</translation>
    </message>
    <message numerus="yes">
        <source>Learn from %Ln decisions</source>
        <translation>
            <numerusform>Pelajari dari %Ln keputusan</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply what was learnt</source>
        <translation>Terapkan yang dipelajari</translation>
    </message>
    <message numerus="yes">
        <source>From %Ln decisions</source>
        <translation>
            <numerusform>Dari %Ln keputusan</numerusform>
        </translation>
    </message>
    <message>
        <source>{formed} form, {dissolved} dissolve</source>
        <translation>{formed} terbentuk, {dissolved} bubar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln klaster</numerusform>
        </translation>
    </message>
    <message>
        <source>Decisions that the evidence alone contradicts: {before} now, {after} then. Decisions stay in force either way.</source>
        <translation>Keputusan yang bertentangan dengan bukti: kini {before}, nanti {after}. Keputusan tetap berlaku dalam kedua hal.</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>Lists ({patterns})</source>
        <translation>Daftar ({patterns})</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>header “{words}”</source>
        <translation>judul “{words}”</translation>
    </message>
    <message>
        <source>header, and the values fit</source>
        <translation>judul, dan nilainya sesuai</translation>
    </message>
    <message>
        <source>{share} of the values look like it</source>
        <translation>{share} nilai tampak demikian</translation>
    </message>
    <message>
        <source>as chosen before</source>
        <translation>seperti pilihan sebelumnya</translation>
    </message>
    <message>
        <source>header, nearly all values differ</source>
        <translation>judul, hampir semua nilai berbeda</translation>
    </message>
    <message>
        <source>all values differ, none empty</source>
        <translation>semua nilai berbeda, tidak ada yang kosong</translation>
    </message>
    <message>
        <source>a running number, no better key found</source>
        <translation>nomor urut, tidak ada kunci lebih baik</translation>
    </message>
    <message>
        <source>part of the key {columns}: only together do they differ</source>
        <translation>bagian kunci {columns}: hanya bersama-sama membedakan</translation>
    </message>
    <message>
        <source>a running number</source>
        <translation>nomor urut</translation>
    </message>
    <message>
        <source>no attribute, kept</source>
        <translation>tanpa atribut, disimpan</translation>
    </message>
    <message>
        <source>header says {target}, values don&apos;t</source>
        <translation>judulnya {target}, nilainya tidak</translation>
    </message>
    <message>
        <source>{column} already has this</source>
        <translation>sudah ada di {column}</translation>
    </message>
    <message>
        <source>all empty</source>
        <translation>semua kosong</translation>
    </message>
    <message>
        <source>as in the last delivery</source>
        <translation>seperti kiriman terakhir</translation>
    </message>
    <message>
        <source>not recognized, please check</source>
        <translation>tidak dikenali, mohon periksa</translation>
    </message>
    <message>
        <source>header</source>
        <translation>judul</translation>
    </message>
    <message>
        <source>Days of {column} came as numbers</source>
        <translation>Tanggal di {column} datang sebagai angka</translation>
    </message>
    <message>
        <source>Rows: {count}. They are read as this workbook counts days, from 1904.</source>
        <translation>Baris: {count}. Dibaca menurut hitungan hari buku kerja ini, yaitu sejak 1904.</translation>
    </message>
    <message>
        <source>Rows: {count}. They are read as Excel counts days, from 1900.</source>
        <translation>Baris: {count}. Dibaca seperti Excel menghitung hari, dari tahun 1900.</translation>
    </message>
    <message>
        <source>Dates that could be read both ways: {count}; the others decide how.</source>
        <translation>Tanggal yang bisa dibaca dua cara: {count}; yang lain menentukan caranya.</translation>
    </message>
    <message>
        <source>Dates that could be read both ways: {count}; no other decides how.</source>
        <translation>Tanggal yang bisa dibaca dua cara: {count}; tidak ada yang lain menentukan caranya.</translation>
    </message>
    <message>
        <source>{list}: nothing damaged was found, thank you.</source>
        <translation>{list}: tidak ditemukan kerusakan, terima kasih.</translation>
    </message>
    <message>
        <source>{list}: please correct the following and send the list again.</source>
        <translation>{list}: mohon perbaiki hal berikut lalu kirim ulang daftarnya.</translation>
    </message>
    <message>
        <source>first delivery</source>
        <translation>kiriman pertama</translation>
    </message>
    <message>
        <source>delivery {number}</source>
        <translation>kiriman {number}</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>menghitung …</translation>
    </message>
    <message>
        <source>{count} known records are not in it</source>
        <translation>{count} baris yang dikenal tidak ada di dalamnya</translation>
    </message>
    <message>
        <source>Later decisions on these records stay in the log and count as far as their records remain:</source>
        <translation>Keputusan sesudahnya atas baris ini tetap tercatat dan berlaku selama barisnya masih ada:</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lagi</translation>
    </message>
    <message>
        <source>Month comes first in {column}</source>
        <translation>Bulan di depan di {column}</translation>
    </message>
    <message>
        <source>Day comes first in {column}</source>
        <translation>Hari di depan di {column}</translation>
    </message>
    <message>
        <source>Day and month change places in {column}</source>
        <translation>Hari dan bulan bertukar tempat di {column}</translation>
    </message>
    <message>
        <source>For example {example}. All dates can be read one way only.</source>
        <translation>Misalnya {example}. Semua tanggal hanya bisa dibaca satu cara.</translation>
    </message>
    <message>
        <source>Records that it brought and that leave the customers: {count}.</source>
        <translation>Baris yang dibawanya dan keluar dari data pelanggan: {count}.</translation>
    </message>
    <message>
        <source>Records that go back to what they were before: {count}.</source>
        <translation>Baris yang kembali seperti semula: {count}.</translation>
    </message>
    <message>
        <source>CINs that retire and are never used again: {count}.</source>
        <translation>CIN yang pensiun dan tidak dipakai lagi: {count}.</translation>
    </message>
    <message>
        <source>The delivery stays in the log, and undoing can be undone.</source>
        <translation>Kiriman tetap tercatat, dan pembatalan dapat dibatalkan.</translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message>
        <source>Files waiting until this one is done: {count}</source>
        <translation>Berkas menunggu sampai ini selesai: {count}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Membaca {file}</translation>
    </message>
    <message>
        <source>Copied; paste it into a message to the department.</source>
        <translation>Tersalin; tempelkan ke pesan untuk bagian terkait.</translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>Memuat {file}</translation>
    </message>
    <message>
        <source>Finding matches</source>
        <translation>Mencari kecocokan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters wait for a decision</source>
        <translation>
            <numerusform>%Ln klaster menunggu keputusan</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was loaded before stays.</source>
        <translation>Dihentikan. Yang sudah dimuat tetap ada.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Dihentikan. Tidak ada yang berubah.</translation>
    </message>
</context>
<context>
    <name>LoadBar</name>
    <message>
        <source>Back to the columns</source>
        <translation>Kembali ke kolom</translation>
    </message>
    <message>
        <source>Back to the file</source>
        <translation>Kembali ke berkas</translation>
    </message>
    <message>
        <source>Cancel, keep nothing</source>
        <translation>Batal, tidak menyimpan apa pun</translation>
    </message>
    <message>
        <source>One delivery, can be undone whole.</source>
        <translation>Satu kiriman, dapat dibatalkan seluruhnya.</translation>
    </message>
    <message numerus="yes">
        <source>Read and tick %Ln doubts first</source>
        <translation>
            <numerusform>Baca dan centang %Ln keraguan dulu</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>Periksa baris</translation>
    </message>
    <message>
        <source>Continue to the columns</source>
        <translation>Lanjut ke kolom</translation>
    </message>
    <message>
        <source>Answer the questions</source>
        <translation>Jawab pertanyaan</translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln rows as {source}</source>
        <translation>
            <numerusform>Muat %Ln baris sebagai {source}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln rows as {source} anyway</source>
        <translation>
            <numerusform>Tetap muat %Ln baris sebagai {source}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln rows</source>
        <translation>
            <numerusform>Muat %Ln baris</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadFlow</name>
    <message>
        <source>The first rows of the file</source>
        <extracomment>Below this width the findings give room to the columns.</extracomment>
        <translation>Baris pertama berkas</translation>
    </message>
</context>
<context>
    <name>LoadReport</name>
    <message>
        <source>{file} is loaded as {source}</source>
        <translation>{file} dimuat sebagai {source}</translation>
    </message>
    <message>
        <source>Find matches</source>
        <translation>Cari kecocokan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln noteworthy cells were kept as delivered and are listed.</source>
        <translation>
            <numerusform>%Ln sel yang perlu diperhatikan disimpan seperti dikirim dan tercantum dalam daftar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next file, {count} waiting</source>
        <translation>Berkas berikutnya, {count} menunggu</translation>
    </message>
    <message>
        <source>Back to the lists</source>
        <translation>Kembali ke daftar</translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln rows held back</source>
        <translation>
            <numerusform>Lihat %Ln baris yang ditahan</numerusform>
        </translation>
    </message>
    <message>
        <source>Records are recognized again by the column {key}.</source>
        <translation>Baris dikenali kembali dari kolom {key}.</translation>
    </message>
    <message>
        <source>No key column: records are recognized again by their content.</source>
        <translation>Tanpa kolom kunci: baris dikenali kembali dari isinya.</translation>
    </message>
    <message>
        <source>It took {time}.</source>
        <translation>Memerlukan {time}.</translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message>
        <source>Customer</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>Lists now</source>
        <translation>Daftar kini</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Locked values to look at again</source>
        <translation>Nilai terkunci yang perlu dilihat lagi</translation>
    </message>
    <message>
        <source>No locked value to look at again. When the lists come to agree with one, or to contradict it, it appears here.</source>
        <translation>Tidak ada nilai terkunci yang perlu dilihat lagi. Bila daftar kemudian sependapat dengannya, atau membantahnya, nilai itu muncul di sini.</translation>
    </message>
    <message>
        <source>Show all that was locked</source>
        <translation>Tampilkan semua yang dikunci</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at again</source>
        <translation>
            <numerusform>%Ln perlu dilihat lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>{attribute}: {value}</source>
        <translation>{attribute}: {value}</translation>
    </message>
    <message>
        <source>agree with it</source>
        <translation>setuju dengannya</translation>
    </message>
    <message>
        <source>say {value}</source>
        <translation>menyebut {value}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <extracomment>What a window&apos;s title bar and borders take at most; the true ones are known only once it is on screen.</extracomment>
        <translation>Batalkan</translation>
    </message>
</context>
<context>
    <name>MappingFiles</name>
    <message>
        <source>Save the mapping</source>
        <translation>Simpan pemetaan</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>Pemetaan (*.json)</translation>
    </message>
    <message>
        <source>Use a saved mapping</source>
        <translation>Pakai pemetaan tersimpan</translation>
    </message>
    <message>
        <source>The mapping is saved as {file}</source>
        <translation>Pemetaan disimpan sebagai {file}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns became what the mapping says</source>
        <translation>
            <numerusform>%Ln kolom diatur menurut pemetaan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MasterCard</name>
    <message>
        <source>Master today</source>
        <translation>Master hari ini</translation>
    </message>
    <message>
        <source>customers, {share} fewer than rows</source>
        <translation>pelanggan, {share} lebih sedikit dari baris</translation>
    </message>
    <message>
        <source>customers, one for every row so far</source>
        <translation>pelanggan, sejauh ini satu untuk setiap baris</translation>
    </message>
    <message>
        <source>Open clusters by match strength</source>
        <translation>Klaster terbuka menurut kekuatan</translation>
    </message>
    <message>
        <source>Most shared customers</source>
        <translation>Pelanggan bersama terbanyak</translation>
    </message>
    <message>
        <source>Once rows are merged, the lists that share most customers stand here.</source>
        <translation>Setelah baris digabungkan, daftar yang paling banyak berbagi pelanggan tampil di sini.</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>as it was</source>
        <translation>seperti semula</translation>
    </message>
    <message>
        <source>changed: {names}</source>
        <translation>berubah: {names}</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Pertama</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>Kedua</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Evidence as it was</source>
        <translation>Bukti seperti semula</translation>
    </message>
    <message>
        <source>Evidence changed</source>
        <translation>Bukti berubah</translation>
    </message>
    <message>
        <source>Pairs that are set apart</source>
        <translation>Pasangan yang dipisahkan</translation>
    </message>
    <message>
        <source>Search pairs</source>
        <translation>Cari pasangan</translation>
    </message>
    <message>
        <source>Write the decisions to a file</source>
        <translation>Tulis keputusan ke berkas</translation>
    </message>
    <message>
        <source>Take over decisions from a file</source>
        <translation>Ambil keputusan dari berkas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln pasangan</numerusform>
        </translation>
    </message>
    <message>
        <source>No pair fits this search.</source>
        <translation>Tidak ada pasangan yang sesuai.</translation>
    </message>
    <message>
        <source>Show all pairs</source>
        <translation>Tampilkan semua pasangan</translation>
    </message>
    <message>
        <source>Nothing is set apart yet. What you call not the same or related is remembered here and not asked again unless its evidence changes.</source>
        <translation>Belum ada yang dipisahkan. Yang Anda nyatakan tidak sama atau terkait diingat di sini dan tidak ditanyakan lagi kecuali buktinya berubah.</translation>
    </message>
    <message>
        <source>To the review</source>
        <translation>Ke tinjauan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions written to {name}</source>
        <translation>
            <numerusform>%Ln keputusan ditulis ke {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken over: {taken}. Known already: {repeated}. Passed over: {passed}.</source>
        <translation>Diambil: {taken}. Sudah dikenal: {repeated}. Dilewati: {passed}.</translation>
    </message>
    <message>
        <source>Decisions of Steward (*.jsonl)</source>
        <translation>Keputusan Steward (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>MendModel</name>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Nilai asli</translation>
    </message>
    <message>
        <source>Your copy</source>
        <translation>Salinan Anda</translation>
    </message>
</context>
<context>
    <name>MendTable</name>
    <message>
        <source>The row as delivered and your copy</source>
        <translation>Baris seperti dikirim dan salinan Anda</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>No name</source>
        <extracomment>A row without a key is known by a digest of its cells: no name for people. The number tells equal rows apart.</extracomment>
        <translation>Tanpa nama</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>Steward</source>
        <translation>Steward</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>OpeningWait</name>
    <message>
        <source>Opening {store}</source>
        <translation>Membuka {store}</translation>
    </message>
    <message>
        <source>A store of an earlier Steward is copied first, then brought up to date.</source>
        <translation>Berkas data dari Steward versi lama disalin dulu, lalu dimutakhirkan.</translation>
    </message>
</context>
<context>
    <name>OverlapCard</name>
    <message>
        <source>Customers that lists share</source>
        <translation>Pelanggan bersama antar-daftar</translation>
    </message>
    <message>
        <source>Share of the row&apos;s customers that are in the column&apos;s list too. The stronger the tint, the more.</source>
        <translation>Porsi pelanggan di baris ini yang juga ada di daftar pada kolom. Makin pekat warnanya, makin banyak.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Hanya di sini</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Undo the delivery {file}?</source>
        <translation>Batalkan kiriman {file}?</translation>
    </message>
    <message>
        <source>Undo this delivery</source>
        <translation>Batalkan kiriman ini</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Biarkan</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Kiriman</translation>
    </message>
    <message>
        <source>{records} in {lists}</source>
        <translation>{records} di {lists}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln daftar</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo this delivery…</source>
        <translation>Batalkan kiriman ini…</translation>
    </message>
    <message>
        <source>What it brought…</source>
        <translation>Yang dibawa…</translation>
    </message>
    <message>
        <source>Report card…</source>
        <translation>Rapor…</translation>
    </message>
    <message>
        <source>What is good and wrong in this delivery, to send back to the department</source>
        <translation>Apa yang baik dan salah dalam kiriman ini, untuk dikirim ke bagian terkait</translation>
    </message>
    <message>
        <source>Settings of the source…</source>
        <translation>Pengaturan sumber…</translation>
    </message>
    <message>
        <source>How deliveries of this source are taken</source>
        <translation>Cara menerima kiriman sumber ini</translation>
    </message>
    <message>
        <source>Drop lists anywhere on this page to load them.</source>
        <translation>Jatuhkan daftar di mana saja di halaman ini untuk memuatnya.</translation>
    </message>
    <message>
        <source>No lists yet. Drop the departments&apos; .xlsx or .csv files here, or choose them.</source>
        <translation>Belum ada daftar. Jatuhkan berkas .xlsx atau .csv dari bagian-bagian di sini, atau pilih.</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows held back</source>
        <translation>
            <numerusform>%Ln baris ditahan</numerusform>
        </translation>
    </message>
    <message>
        <source>Deliveries of {source}</source>
        <translation>Kiriman {source}</translation>
    </message>
</context>
<context>
    <name>OwnWorkCard</name>
    <message>
        <source>Your work</source>
        <translation>Pekerjaan Anda</translation>
    </message>
    <message>
        <source>Only you see this; it is worked out from the log each time and kept nowhere.</source>
        <translation>Hanya Anda yang melihat ini; dihitung dari log setiap kali dan tidak disimpan di mana pun.</translation>
    </message>
    <message>
        <source>Check 10 earlier answers blind</source>
        <translation>Periksa 10 jawaban lama tanpa skor</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Laju</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Ditarik kembali</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistensi</translation>
    </message>
    <message>
        <source>{today} today · {week} in 7 days · {month} in 30 days</source>
        <translation>{today} hari ini · {week} dalam 7 hari · {month} dalam 30 hari</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} dari {all}</translation>
    </message>
    <message>
        <source>{agreeing} of {repeated} answers given twice agree</source>
        <translation>{agreeing} dari {repeated} jawaban ganda sejalan</translation>
    </message>
    <message>
        <source>Not enough decisions yet</source>
        <translation>Keputusan belum cukup</translation>
    </message>
    <message>
        <source>{span} per decision, about {count} an hour</source>
        <translation>{span} per keputusan, sekitar {count} per jam</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>General</source>
        <extracomment>page id -&gt; what its tab says</extracomment>
        <translation>Umum</translation>
    </message>
    <message>
        <source>Golden values</source>
        <translation>Nilai emas</translation>
    </message>
    <message>
        <source>Semi-automatic merging</source>
        <translation>Penggabungan semiotomatis</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Pembelajaran</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Every decision</source>
        <translation>Semua keputusan</translation>
    </message>
    <message>
        <source>Set apart</source>
        <translation>Dipisahkan</translation>
    </message>
    <message>
        <source>Locked values</source>
        <translation>Nilai terkunci</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Ekspor</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Add a record to this cluster</source>
        <extracomment>Customers of one cluster whose timelines are shown together.</extracomment>
        <translation>Tambahkan baris ke klaster ini</translation>
    </message>
    <message>
        <source>It is shown beside the others; nothing is merged before you say so.</source>
        <translation>Baris ini tampil di samping yang lain; tidak ada yang digabung sebelum Anda memutuskan.</translation>
    </message>
    <message>
        <source>Name, phone, e-mail, NIK …</source>
        <translation>Nama, telepon, e-mail, NIK …</translation>
    </message>
    <message>
        <source>Move {member} to another customer</source>
        <translation>Pindahkan {member} ke pelanggan lain</translation>
    </message>
    <message>
        <source>Enter moves it at once; U takes it back.</source>
        <translation>Enter langsung memindahkannya; U membatalkannya.</translation>
    </message>
    <message>
        <source>Name, phone, e-mail, CIN …</source>
        <translation>Nama, telepon, e-mail, CIN …</translation>
    </message>
    <message>
        <source>{field}: where it comes from</source>
        <translation>{field}: dari mana asalnya</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Lini masa</translation>
    </message>
    <message>
        <source>Notes on this cluster</source>
        <translation>Catatan untuk klaster ini</translation>
    </message>
    <message>
        <source>@ and a name lets that steward decide the cluster; @ alone lets everyone.</source>
        <translation>@ dan nama: steward itu yang memutuskan klaster; @ saja: siapa pun boleh.</translation>
    </message>
    <message>
        <source>Write a note, Enter keeps it</source>
        <translation>Tulis catatan, Enter menyimpannya</translation>
    </message>
    <message>
        <source>{first} against {second}</source>
        <translation>{first} dengan {second}</translation>
    </message>
    <message>
        <source>Arrows compare with another member.</source>
        <translation>Tombol panah membandingkan dengan anggota lain.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graf</translation>
    </message>
    <message>
        <source>Enter goes to the member.</source>
        <translation>Enter menuju ke anggota.</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>every channel</source>
        <translation>semua kanal</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telepon</translation>
    </message>
    <message>
        <source>No contact wanted</source>
        <translation>Tidak ingin dihubungi</translation>
    </message>
    <message>
        <source>No contact by {channels}</source>
        <translation>Tidak dihubungi lewat {channels}</translation>
    </message>
    <message>
        <source>Reason, such as the date of the request</source>
        <translation>Alasan, misalnya tanggal permintaan</translation>
    </message>
    <message>
        <source>Lift the restriction</source>
        <translation>Cabut pembatasan</translation>
    </message>
    <message>
        <source>{title} is matched again by the next match run and stands in exports again.</source>
        <translation>{title} dicocokkan lagi pada pencocokan berikutnya dan masuk ekspor lagi.</translation>
    </message>
    <message>
        <source>Restrict {title}</source>
        <translation>Batasi {title}</translation>
    </message>
    <message>
        <source>The customer is no longer matched and no longer exported until you lift it. Nothing is deleted.</source>
        <translation>Pelanggan tidak lagi dicocokkan dan diekspor sampai Anda mencabutnya. Tidak ada yang dihapus.</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>Batasi</translation>
    </message>
    <message>
        <source>withdrawn already</source>
        <translation>sudah ditarik</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>Tarik persetujuan</translation>
    </message>
    <message>
        <source>Enter or a click chooses. What is withdrawn stays refused, whatever lists say from now on; undoing the decision brings the lists&apos; answers back.</source>
        <translation>Enter atau klik untuk memilih. Yang ditarik tetap ditolak, apa pun isi daftar sejak sekarang; membatalkan keputusan ini mengembalikan jawaban dari daftar.</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>dihapus</translation>
    </message>
    <message>
        <source>Golden values</source>
        <translation>Nilai emas</translation>
    </message>
    <message>
        <source>Versions of records</source>
        <translation>Versi baris</translation>
    </message>
    <message>
        <source>What decisions say of them</source>
        <translation>Isi keputusan tentangnya</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>you ask for it back</source>
        <translation>Anda minta kembali</translation>
    </message>
    <message>
        <source>you delete the copy</source>
        <translation>Anda hapus salinannya</translation>
    </message>
    <message>
        <source>Erase {title}</source>
        <translation>Hapus {title}</translation>
    </message>
    <message>
        <source>This can&apos;t be undone. Rows of this person are held back when a list delivers them again. Give a reason without naming the person; it is what the log keeps.</source>
        <translation>Tidak dapat dibatalkan. Baris orang ini ditahan bila dikirim lagi oleh suatu daftar. Beri alasan tanpa menyebut orangnya; alasan itulah yang disimpan di log.</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Lanjutkan…</translation>
    </message>
    <message>
        <source>Type CIN {cin} to erase this person for good.</source>
        <translation>Ketik CIN {cin} untuk menghapus orang ini selamanya.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Hapus selamanya</translation>
    </message>
    <message>
        <source>CIN</source>
        <translation>CIN</translation>
    </message>
    <message>
        <source>Show {title} as of a day</source>
        <translation>Tampilkan {title} per tanggal</translation>
    </message>
    <message>
        <source>The customer as at the end of that day. Nothing is changed.</source>
        <translation>Pelanggan pada akhir hari itu. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>tttt-bb-hh</translation>
    </message>
    <message>
        <source>same {what}</source>
        <translation>{what} sama</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>tetap</translation>
    </message>
</context>
<context>
    <name>PrivacyActs</name>
    <message>
        <source>Access pack…</source>
        <translation>Paket akses…</translation>
    </message>
    <message>
        <source>Lift the restriction…</source>
        <translation>Cabut pembatasan…</translation>
    </message>
    <message>
        <source>Restrict…</source>
        <translation>Batasi…</translation>
    </message>
    <message>
        <source>Withdraw consent…</source>
        <translation>Tarik persetujuan…</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Hapus orang ini…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Dokumen PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Buku kerja Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Access pack of CIN {cin}</source>
        <translation>Paket akses CIN {cin}</translation>
    </message>
    <message>
        <source>Access pack written: {file}</source>
        <translation>Paket akses ditulis: {file}</translation>
    </message>
    <message>
        <source>Restriction lifted</source>
        <translation>Pembatasan dicabut</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Dibatasi</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Persetujuan ditarik</translation>
    </message>
    <message>
        <source>Give a reason first; it is what the log keeps.</source>
        <translation>Beri alasan dulu; alasan itulah yang disimpan di log.</translation>
    </message>
    <message>
        <source>CIN {cin} is erased.</source>
        <translation>CIN {cin} dihapus.</translation>
    </message>
    <message>
        <source>CIN {cin} is erased; the last traces leave the file when the store is opened next.</source>
        <translation>CIN {cin} dihapus; sisa jejaknya hilang dari berkas saat berkas data dibuka berikutnya.</translation>
    </message>
</context>
<context>
    <name>ProblemNote</name>
    <message>
        <source>The file was not loaded</source>
        <translation>Berkas tidak dimuat</translation>
    </message>
    <message>
        <source>The sheets loaded before stay; the rest was not loaded.</source>
        <translation>Lembar yang sudah dimuat tetap; sisanya tidak dimuat.</translation>
    </message>
    <message>
        <source>Nothing was loaded; the store is as it was.</source>
        <translation>Tidak ada yang dimuat; data tetap seperti semula.</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>Pilih berkas lain</translation>
    </message>
    <message>
        <source>Next file, {count} waiting</source>
        <translation>Berkas berikutnya, {count} menunggu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>The group {group} needs one criterion at least, each once, and consent has none to choose.</source>
        <translation>Kelompok {group} perlu sedikitnya satu kriteria, masing-masing sekali; persetujuan tidak punya pilihan kriteria.</translation>
    </message>
    <message>
        <source>Trust names {name} that the store does not have, or one twice; use the names of sources.</source>
        <translation>Urutan kepercayaan menyebut {name} yang tidak ada di berkas data, atau menyebutnya dua kali; gunakan nama sumber.</translation>
    </message>
    <message>
        <source>Semi-automatic merging is switched off; switch it on first.</source>
        <translation>Penggabungan semiotomatis tidak aktif; aktifkan dulu.</translation>
    </message>
    <message>
        <source>Match the store first; then there are bands to sample.</source>
        <translation>Jalankan pencocokan dulu; setelah itu ada rentang untuk diambil sampelnya.</translation>
    </message>
    <message>
        <source>Match the store first; then there are questions.</source>
        <translation>Jalankan pencocokan dulu; setelah itu ada pertanyaan.</translation>
    </message>
    <message>
        <source>Match the store first; then it can learn from decisions.</source>
        <translation>Jalankan pencocokan dulu; setelah itu dapat belajar dari keputusan.</translation>
    </message>
    <message>
        <source>The band has {count} clusters to choose from; ask for a sample of that size at most.</source>
        <translation>Rentang ini punya {count} klaster untuk dipilih; minta sampel paling banyak sebesar itu.</translation>
    </message>
    <message>
        <source>{count} clusters of the sample wait for a decision; decide them first.</source>
        <translation>{count} klaster dari sampel menunggu keputusan; putuskan dulu.</translation>
    </message>
    <message>
        <source>{errors} of {sampled} were wrong, so up to {bound} of the band may be; that is more than {limit}. Draw a larger sample or choose a higher band.</source>
        <translation>{errors} dari {sampled} salah, jadi dalam rentang ini bisa sampai {bound}; itu lebih dari {limit}. Ambil sampel lebih besar atau pilih rentang lebih tinggi.</translation>
    </message>
    <message>
        <source>Certificate #{number} is about another model; draw a sample of the newest match run.</source>
        <translation>Sertifikat #{number} dibuat untuk model lain; ambil sampel dari pencocokan terbaru.</translation>
    </message>
    <message>
        <source>Nothing of the band is left to merge; draw a sample of another band.</source>
        <translation>Tidak ada lagi dalam rentang ini yang dapat digabung; ambil sampel dari rentang lain.</translation>
    </message>
    <message>
        <source>There is no {word} #{number} in force; look it up in History.</source>
        <translation>Tidak ada {word} #{number} yang berlaku; cari di Riwayat.</translation>
    </message>
    <message>
        <source>Lists changed since the last match run; match first, then learn.</source>
        <translation>Daftar berubah sejak pencocokan terakhir; cocokkan dulu, lalu pelajari.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet; merge records or set some apart first.</source>
        <translation>Belum ada yang dapat dipelajari; gabungkan atau pisahkan beberapa baris dulu.</translation>
    </message>
    <message>
        <source>A match run came in between; ask for a new proposal.</source>
        <translation>Sementara itu ada pencocokan baru; minta usulan baru.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({reason}); check the file.</source>
        <translation>{file} tidak dapat dibaca ({reason}); periksa berkasnya.</translation>
    </message>
    <message>
        <source>{file} is no text; choose a file that steward export-decisions wrote.</source>
        <translation>{file} bukan teks; pilih berkas yang ditulis oleh steward export-decisions.</translation>
    </message>
    <message>
        <source>{file} holds no decision; choose a file that steward export-decisions wrote.</source>
        <translation>{file} tidak berisi keputusan; pilih berkas yang ditulis oleh steward export-decisions.</translation>
    </message>
    <message>
        <source>Line {line} of {file} is no decision; choose a file that steward export-decisions wrote.</source>
        <translation>Baris {line} di {file} bukan keputusan; pilih berkas yang ditulis steward export-decisions.</translation>
    </message>
    <message>
        <source>{file} is a folder; choose a file inside it.</source>
        <translation>{file} adalah folder; pilih berkas di dalamnya.</translation>
    </message>
    <message>
        <source>{file} is not there; check the name or choose another file.</source>
        <translation>{file} tidak ada; periksa namanya atau pilih berkas lain.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read because its folder {folder} is not there; connect the disk or choose another file.</source>
        <translation>{file} tidak dapat dibaca karena foldernya {folder} tidak ada; sambungkan disk atau pilih berkas lain.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be opened; close it in other programs or ask for permission to read it.</source>
        <translation>{file} tidak dapat dibuka; tutup di program lain atau minta izin membacanya.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read; check the disk and try again.</source>
        <translation>{file} tidak dapat dibaca; periksa disk lalu coba lagi.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read to its end; check the disk and try again.</source>
        <translation>{file} tidak dapat dibaca sampai akhir; periksa disk lalu coba lagi.</translation>
    </message>
    <message>
        <source>{file} is empty (0 bytes); ask the department to send it again.</source>
        <translation>{file} kosong (0 bita); minta bagian terkait mengirimnya lagi.</translation>
    </message>
    <message>
        <source>{file} has no text in it; ask the department to send the list again.</source>
        <translation>{file} tidak berisi teks; minta bagian terkait mengirim daftarnya lagi.</translation>
    </message>
    <message>
        <source>{file} has a header but no rows below it; ask the department to send the list again.</source>
        <translation>{file} hanya berisi judul kolom tanpa baris; minta bagian terkait mengirim daftarnya lagi.</translation>
    </message>
    <message>
        <source>{file} reads like a letter, not like a list; ask the department for the list itself.</source>
        <translation>{file} terbaca seperti surat, bukan daftar; mintalah daftarnya kepada departemen.</translation>
    </message>
    <message>
        <source>{file} has no filled sheet; ask the department to send the list again.</source>
        <translation>{file} tidak punya lembar yang terisi; minta bagian terkait mengirim daftarnya lagi.</translation>
    </message>
    <message>
        <source>{file} has nothing on {sheet}; choose another sheet.</source>
        <translation>{file} tidak berisi apa pun di {sheet}; pilih lembar lain.</translation>
    </message>
    <message>
        <source>{file} has no sheet {sheet}; its sheets are {sheets}.</source>
        <translation>{file} tidak punya lembar {sheet}; lembarnya adalah {sheets}.</translation>
    </message>
    <message>
        <source>{file} has no sheet that can be read; open it in Excel, save it as .xlsx and import that.</source>
        <translation>{file} tidak punya lembar yang dapat dibaca; buka di Excel, simpan sebagai .xlsx, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is a text file and has no sheets; import it without naming a sheet.</source>
        <translation>{file} adalah berkas teks tanpa lembar; impor tanpa menyebut lembar.</translation>
    </message>
    <message>
        <source>{file} is a {format} file and has no sheets; import it without naming a sheet.</source>
        <translation>{file} adalah berkas {format} dan tidak punya lembar; impor tanpa menyebut lembar.</translation>
    </message>
    <message>
        <source>{file} holds binary data (NUL bytes), so it is not a text list; ask for it as .xlsx or .csv.</source>
        <translation>{file} berisi data biner (bita NUL), jadi bukan daftar teks; minta sebagai .xlsx atau .csv.</translation>
    </message>
    <message>
        <source>{file} is too large for this computer&apos;s memory; split it and import the parts.</source>
        <translation>{file} terlalu besar untuk memori komputer ini; pecah lalu impor bagiannya.</translation>
    </message>
    <message>
        <source>{file} unpacks to far more than a list can hold and was not opened; ask who made it.</source>
        <translation>{file} mengembang jauh melebihi isi daftar dan tidak dibuka; tanyakan siapa pembuatnya.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be taken apart in row {row}; ask for it as .xlsx.</source>
        <translation>{file} tidak dapat diurai di baris {row}; minta sebagai .xlsx.</translation>
    </message>
    <message>
        <source>{file} has a quotation mark in row {row} that is never closed; mend it and import it again.</source>
        <translation>{file} punya tanda kutip di baris {row} yang tidak ditutup; perbaiki lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is damaged or was not copied whole; open it in Excel, save it anew and import that.</source>
        <translation>{file} rusak atau tidak tersalin utuh; buka di Excel, simpan ulang, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is damaged or was not copied whole; ask for the file again.</source>
        <translation>{file} rusak atau tidak tersalin utuh; minta berkasnya lagi.</translation>
    </message>
    <message>
        <source>{file} is damaged or was not copied whole; open it, save it as .xlsx and import that.</source>
        <translation>{file} rusak atau tidak tersalin utuh; buka, simpan sebagai .xlsx, lalu impor yang itu.</translation>
    </message>
    <message>
        <source>{file} is not a kind of file that can be imported; use one of {kinds}.</source>
        <translation>{file} bukan jenis berkas yang dapat diimpor; gunakan salah satu dari {kinds}.</translation>
    </message>
    <message>
        <source>{file} is an old Excel workbook; open it, save it as .xlsx and import that.</source>
        <translation>{file} adalah buku kerja Excel lama; buka, simpan sebagai .xlsx, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is an old Excel workbook; rename it to .xls and import it again.</source>
        <translation>{file} adalah buku kerja Excel lama; ganti namanya menjadi .xls lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is a new Excel workbook; rename it to .xlsx and import it again.</source>
        <translation>{file} adalah buku kerja Excel baru; ganti namanya menjadi .xlsx lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is not an old Excel workbook; open it in Excel, save it as .xlsx and import that.</source>
        <translation>{file} bukan buku kerja Excel lama; buka di Excel, simpan sebagai .xlsx, lalu impor yang itu.</translation>
    </message>
    <message>
        <source>{file} is not a {format} file although its name says so; ask for the file again.</source>
        <translation>{file} bukan berkas {format} meskipun namanya begitu; minta berkasnya lagi.</translation>
    </message>
    <message>
        <source>{file} is not a zip archive although its name says so; ask for the file again.</source>
        <translation>{file} bukan arsip zip meskipun namanya begitu; minta berkasnya lagi.</translation>
    </message>
    <message>
        <source>{file} is a Parquet file, not a text list; rename it to .parquet and import it again.</source>
        <translation>{file} adalah berkas Parquet, bukan daftar teks; ganti namanya menjadi .parquet lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is a {suffix} workbook; open it, save it as .xlsx and import that.</source>
        <translation>{file} adalah buku kerja {suffix}; buka, simpan sebagai .xlsx, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is a web page, not a list; open it in Excel, save it as .xlsx and import that.</source>
        <translation>{file} adalah halaman web, bukan daftar; buka di Excel, simpan sebagai .xlsx, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is a web page, not an Excel workbook; open it in Excel, save it as .xlsx and import that.</source>
        <translation>{file} adalah halaman web, bukan buku kerja Excel; buka di Excel, simpan sebagai .xlsx, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is an Excel workbook or another archive, not a {suffix} file; rename it to .xlsx and import it again.</source>
        <translation>{file} adalah buku kerja Excel atau arsip lain, bukan berkas {suffix}; ganti namanya menjadi .xlsx lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is an archive, not an Excel workbook; unpack it and import the list inside it.</source>
        <translation>{file} adalah arsip, bukan buku kerja Excel; buka arsipnya lalu impor daftar di dalamnya.</translation>
    </message>
    <message>
        <source>{file} is not an Excel workbook although its name says so; open it, save it as .xlsx and import that.</source>
        <translation>{file} bukan buku kerja Excel walau namanya demikian; buka, simpan sebagai .xlsx, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>{file} is protected by a password; open it in Excel, remove the password, save it and import it again.</source>
        <translation>{file} dilindungi kata sandi; buka di Excel, hapus kata sandinya, simpan, lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is {what}, not a list; choose the list itself.</source>
        <translation>{file} adalah {what}, bukan daftar; pilih daftarnya sendiri.</translation>
    </message>
    <message>
        <source>{file} is protected by a password; open it, remove the password, save it and import it again.</source>
        <translation>{file} dilindungi kata sandi; buka, hapus kata sandinya, simpan, lalu impor lagi.</translation>
    </message>
    <message>
        <source>{file} is protected by a password; unpack it and import the list inside it.</source>
        <translation>{file} dilindungi kata sandi; ekstrak lalu impor daftar di dalamnya.</translation>
    </message>
    <message>
        <source>{file} has a line of millions of characters, so it is not a list; ask for it as .xlsx.</source>
        <translation>{file} punya satu baris berisi jutaan karakter, jadi bukan daftar; minta dalam bentuk .xlsx.</translation>
    </message>
    <message>
        <source>{file} holds no contact; export the contacts again and import that.</source>
        <translation>{file} tidak berisi kontak; ekspor kontaknya lagi lalu impor yang itu.</translation>
    </message>
    <message>
        <source>{file} holds no list; unpack it and choose the list itself.</source>
        <translation>{file} tidak berisi daftar; ekstrak lalu pilih daftarnya sendiri.</translation>
    </message>
    <message>
        <source>{file} holds no list that can be read: {cause}.</source>
        <translation>{file} tidak berisi daftar yang dapat dibaca: {cause}.</translation>
    </message>
    <message>
        <source>{file} holds more than {count} lists; import them one by one.</source>
        <translation>{file} berisi lebih dari {count} daftar; impor satu per satu.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be unpacked; check the disk and try again.</source>
        <translation>{file} tidak dapat diekstrak; periksa disk lalu coba lagi.</translation>
    </message>
    <message>
        <source>All that {file} holds is hidden; load it with what is hidden.</source>
        <translation>Semua isi {file} tersembunyi; muat bersama yang tersembunyi.</translation>
    </message>
    <message>
        <source>The name of the source has {count} characters; give one of {limit} at most.</source>
        <translation>Nama sumber terdiri dari {count} huruf; beri paling banyak {limit}.</translation>
    </message>
    <message>
        <source>{file} changed while it was read; load it again when nobody writes to it.</source>
        <translation>{file} berubah selagi dibaca; muat lagi setelah tidak ada yang menulisnya.</translation>
    </message>
    <message>
        <source>{file} vanished while it was read ({cause}); check the disk and load it again.</source>
        <translation>{file} hilang saat dibaca ({cause}); periksa disk lalu muat lagi.</translation>
    </message>
    <message>
        <source>Column &quot;{header}&quot; is mapped to the source key, but the key column is &quot;{key}&quot;; name only one.</source>
        <translation>Kolom &quot;{header}&quot; dipetakan ke kunci sumber, padahal kolom kuncinya &quot;{key}&quot;; sebut satu saja.</translation>
    </message>
    <message>
        <source>The columns &quot;{first}&quot; and &quot;{second}&quot; are both mapped to {target}; map only one of them.</source>
        <translation>Kolom &quot;{first}&quot; dan &quot;{second}&quot; sama-sama dipetakan ke {target}; petakan salah satu saja.</translation>
    </message>
    <message>
        <source>No column of {file} is mapped to an attribute; map at least the name.</source>
        <translation>Tidak ada kolom {file} yang dipetakan ke atribut; petakan setidaknya nama.</translation>
    </message>
    <message>
        <source>{file} has a form for each customer, one below the other; ask for a list with one customer per row.</source>
        <translation>{file} berisi formulir untuk tiap pelanggan, satu di bawah yang lain; mintalah daftar dengan satu pelanggan per baris.</translation>
    </message>
    <message>
        <source>{file} has its customers side by side, one per column; turn rows and columns in Excel and import that.</source>
        <translation>Pelanggan {file} berjajar ke samping, satu per kolom; tukar baris dan kolom di Excel lalu impor hasilnya.</translation>
    </message>
    <message>
        <source>{file} is not a mapping; choose a file that was saved as one.</source>
        <translation>{file} bukan pemetaan; pilih berkas yang disimpan sebagai pemetaan.</translation>
    </message>
    <message>
        <source>The mapping is not valid JSON ({cause}); export a mapping from a list and change that.</source>
        <translation>Pemetaan bukan JSON yang sah ({cause}); ekspor pemetaan dari suatu daftar lalu ubah itu.</translation>
    </message>
    <message>
        <source>The mapping must be an object such as {example}; correct the file.</source>
        <translation>Pemetaan harus berupa objek seperti {example}; perbaiki berkasnya.</translation>
    </message>
    <message>
        <source>The target of column &quot;{column}&quot; in the mapping must be a text; write an attribute name or &quot;&quot;.</source>
        <translation>Tujuan kolom &quot;{column}&quot; dalam pemetaan harus berupa teks; tulis nama atribut atau &quot;&quot;.</translation>
    </message>
    <message>
        <source>Column &quot;{column}&quot; is mapped to &quot;{target}&quot;, which is no attribute; use one such as name, phone or &quot;&quot;.</source>
        <translation>Kolom &quot;{column}&quot; dipetakan ke &quot;{target}&quot;, yang bukan atribut; gunakan misalnya name, phone, atau &quot;&quot;.</translation>
    </message>
    <message>
        <source>Column &quot;{column}&quot; is mapped to &quot;{target}&quot;, but there is no type &quot;{type}&quot;; use {types}.</source>
        <translation>Kolom &quot;{column}&quot; dipetakan ke &quot;{target}&quot;, tetapi tidak ada jenis &quot;{type}&quot;; pakai {types}.</translation>
    </message>
    <message>
        <source>Column &quot;{column}&quot; is mapped to &quot;{target}&quot;, but no attribute can be called &quot;{label}&quot;; use up to 40 letters and digits with single spaces, no commas or colons.</source>
        <translation>Kolom &quot;{column}&quot; dipetakan ke &quot;{target}&quot;, tetapi atribut tidak boleh bernama &quot;{label}&quot;; pakai paling banyak 40 huruf dan angka dengan spasi tunggal, tanpa koma atau titik dua.</translation>
    </message>
    <message>
        <source>The attribute &quot;{name}&quot; can&apos;t be made: &quot;{other}&quot; is called so already; choose that or another name.</source>
        <translation>Atribut &quot;{name}&quot; tidak dapat dibuat: nama itu sudah dipakai oleh &quot;{other}&quot;; pilih itu atau nama lain.</translation>
    </message>
    <message>
        <source>Column &quot;{column}&quot; has the rule &quot;{rule}&quot;, which can&apos;t be read; write it like &quot;split by / into name, phone&quot; or &quot;combine 1 into name&quot;.</source>
        <translation>Kolom &quot;{column}&quot; punya aturan &quot;{rule}&quot; yang tidak dapat dibaca; tulis seperti &quot;split by / into name, phone&quot; atau &quot;combine 1 into name&quot;.</translation>
    </message>
    <message>
        <source>{file} could not be written because the disk is full; make room or choose another folder.</source>
        <translation>{file} tidak dapat ditulis karena disk penuh; kosongkan ruang atau pilih folder lain.</translation>
    </message>
    <message>
        <source>{file} could not be written; make room on the disk or choose another folder.</source>
        <translation>{file} tidak dapat ditulis; kosongkan ruang di disk atau pilih folder lain.</translation>
    </message>
    <message>
        <source>{file} could not be written ({cause}); choose another folder and export again.</source>
        <translation>{file} tidak dapat ditulis ({cause}); pilih folder lain lalu ekspor lagi.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written because its disk is read-only; choose another folder.</source>
        <translation>{file} tidak dapat ditulis karena disknya hanya-baca; pilih folder lain.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written; close it if it is open in another program, or choose a folder where you may write.</source>
        <translation>{file} tidak dapat ditulis; tutup bila terbuka di program lain, atau pilih folder yang boleh Anda tulisi.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written because its folder is gone; connect the disk or choose another.</source>
        <translation>{file} tidak dapat ditulis karena foldernya hilang; sambungkan disk atau pilih yang lain.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written because there is no folder {folder}; make it or choose another.</source>
        <translation>{file} tidak dapat ditulis karena folder {folder} tidak ada; buat atau pilih yang lain.</translation>
    </message>
    <message>
        <source>{file} has a name that is too long for this disk; choose a shorter one.</source>
        <translation>Nama {file} terlalu panjang untuk disk ini; pilih nama lebih pendek.</translation>
    </message>
    <message>
        <source>{file} is a folder; give the export a file name.</source>
        <translation>{file} adalah folder; beri nama berkas untuk ekspor.</translation>
    </message>
    <message>
        <source>{file} is a store, not an earlier export; give the export another name.</source>
        <translation>{file} adalah berkas data, bukan ekspor sebelumnya; beri ekspor nama lain.</translation>
    </message>
    <message>
        <source>{file} can&apos;t hold more than {count} rows per sheet; export as .csv or .parquet.</source>
        <translation>{file} tidak memuat lebih dari {count} baris per lembar; ekspor sebagai .csv atau .parquet.</translation>
    </message>
    <message>
        <source>{file} has no ending that says what to write; use .xlsx, .csv or .parquet.</source>
        <translation>Akhiran {file} tidak menunjukkan jenisnya; gunakan .xlsx, .csv, atau .parquet.</translation>
    </message>
    <message>
        <source>The same file was loaded on {day}; its rows are the same as then.</source>
        <translation>Berkas yang sama sudah dimuat pada {day}; barisnya sama seperti waktu itu.</translation>
    </message>
    <message>
        <source>The same file was loaded on {day} and another one after it, so it is older than the last one; check that it is the right one.</source>
        <translation>Berkas yang sama dimuat pada {day} dan berkas lain sesudahnya, jadi berkas ini lebih lama dari yang terakhir; periksa apakah ini berkas yang benar.</translation>
    </message>
    <message>
        <source>One record of earlier deliveries is not in this one; it is kept.</source>
        <translation>Satu baris dari kiriman sebelumnya tidak ada di kiriman ini; baris itu tetap disimpan.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used ({cause}); check that its disk is connected.</source>
        <translation>{file} tidak dapat dipakai ({cause}); periksa apakah disknya tersambung.</translation>
    </message>
    <message>
        <source>{file} exists already; open it, or choose another name.</source>
        <translation>{file} sudah ada; buka, atau pilih nama lain.</translation>
    </message>
    <message>
        <source>{file} is no older copy of this store; choose another name for the copy.</source>
        <translation>{file} bukan salinan lama dari berkas data ini; pilih nama lain untuk salinan.</translation>
    </message>
    <message>
        <source>{file} is the store itself; choose another name for the copy.</source>
        <translation>{file} adalah berkas data itu sendiri; pilih nama lain untuk salinan.</translation>
    </message>
    <message>
        <source>{file} is the store itself; choose a backup copy.</source>
        <translation>{file} adalah berkas data itu sendiri; pilih salinan cadangan.</translation>
    </message>
    <message>
        <source>{file} is damaged; choose another backup copy.</source>
        <translation>{file} rusak; pilih salinan cadangan lain.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({cause}); choose another folder.</source>
        <translation>{file} tidak dapat ditulis ({cause}); pilih folder lain.</translation>
    </message>
    <message>
        <source>Nothing of these clusters is left to merge; look at the queue again.</source>
        <translation>Tidak ada lagi yang bisa digabung dari klaster-klaster ini; lihat antrean lagi.</translation>
    </message>
    <message>
        <source>Every customer is restricted, so there is nothing to match; load a list or lift a restriction.</source>
        <translation>Semua pelanggan dibatasi, jadi tidak ada yang dicocokkan; muat daftar atau cabut satu pembatasan.</translation>
    </message>
    <message>
        <source>{file} is a list that was loaded into this store; choose another name.</source>
        <translation>{file} adalah daftar yang dimuat ke berkas data ini; pilih nama lain.</translation>
    </message>
    <message>
        <source>sample</source>
        <extracomment>Words that lower layers put into those sentences.</extracomment>
        <translation>sampel</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>sertifikat</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>sumber</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>gambar</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>dokumen PDF</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>dokumen teks</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>basis data</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>berkas terkompresi</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>program</translation>
    </message>
    <message>
        <source>{file} has the name of a list; name the store first, such as master.steward.</source>
        <translation>{file} bernama seperti daftar; sebut berkas data dulu, misalnya master.steward.</translation>
    </message>
    <message>
        <source>{file} is closed; open it again.</source>
        <translation>{file} sudah ditutup; buka lagi.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there; connect the disk or choose another folder.</source>
        <translation>Folder {folder} tidak ada; sambungkan disk atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written to; copy the store to a folder of your own.</source>
        <translation>Folder {folder} tidak dapat ditulisi; salin berkas data ke folder milik Anda.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be written to ({cause}); choose another folder.</source>
        <translation>{folder} tidak dapat ditulisi ({cause}); pilih folder lain.</translation>
    </message>
    <message>
        <source>{folder} is on a network drive, where a store can be damaged; copy it to a local disk and open that.</source>
        <translation>{folder} ada di drive jaringan, tempat berkas data bisa rusak; salin ke disk lokal lalu buka di sana.</translation>
    </message>
    <message>
        <source>There is no store {file}; check the name, or make one with steward import.</source>
        <translation>Tidak ada berkas data {file}; periksa namanya, atau buat dengan steward import.</translation>
    </message>
    <message>
        <source>{file} is a folder, not a Steward store; choose a .steward file.</source>
        <translation>{file} adalah folder, bukan berkas data Steward; pilih berkas .steward.</translation>
    </message>
    <message>
        <source>{file} is not a Steward store; choose a .steward file, or load a list with steward import.</source>
        <translation>{file} bukan berkas data Steward; pilih berkas .steward, atau muat daftar dengan steward import.</translation>
    </message>
    <message>
        <source>{file} is a database of another program, not a Steward store; choose a .steward file.</source>
        <translation>{file} adalah basis data program lain, bukan berkas data Steward; pilih berkas .steward.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of Steward; update Steward to open it.</source>
        <translation>{file} ditulis oleh Steward versi lebih baru; perbarui Steward untuk membukanya.</translation>
    </message>
    <message>
        <source>{file} is read-only; allow writing to it, or copy it and open the copy.</source>
        <translation>{file} hanya-baca; izinkan penulisan, atau salin dan buka salinannya.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written to; check its permissions.</source>
        <translation>{file} tidak dapat ditulisi; periksa izinnya.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({cause}); check its permissions.</source>
        <translation>{file} tidak dapat dibaca ({cause}); periksa izinnya.</translation>
    </message>
    <message>
        <source>{file} is open in another Steward; close it there first.</source>
        <translation>{file} sedang terbuka di Steward lain; tutup dulu di sana.</translation>
    </message>
    <message>
        <source>{file} is busy in another program; try again when it is done.</source>
        <translation>{file} sedang dipakai program lain; coba lagi setelah selesai.</translation>
    </message>
    <message>
        <source>The disk is full ({count} MiB free); make room, nothing was changed.</source>
        <translation>Disk penuh (sisa {count} MiB); kosongkan ruang, tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>{file} is damaged; restore it from a backup copy.</source>
        <translation>{file} rusak; pulihkan dari salinan cadangan.</translation>
    </message>
    <message>
        <source>CIN {cin} was never given; check the number.</source>
        <translation>CIN {cin} tidak pernah diberikan; periksa nomornya.</translation>
    </message>
    <message>
        <source>CIN {cin} is retired; see {current}.</source>
        <translation>CIN {cin} sudah pensiun; lihat {current}.</translation>
    </message>
    <message>
        <source>CIN {cin} is retired; it is {current} now.</source>
        <translation>CIN {cin} sudah pensiun; kini menjadi {current}.</translation>
    </message>
    <message>
        <source>There is no decision #{number}; look it up in History.</source>
        <translation>Tidak ada keputusan #{number}; cari di Riwayat.</translation>
    </message>
    <message>
        <source>Decision #{number} is reversed already, by #{by}.</source>
        <translation>Keputusan #{number} sudah dibalikkan, oleh #{by}.</translation>
    </message>
    <message>
        <source>Decision #{number} is missing from the log; run steward verify.</source>
        <translation>Keputusan #{number} tidak ada dalam log; jalankan steward verify.</translation>
    </message>
    <message>
        <source>Record {record} is not in the store (any more); search for it again.</source>
        <translation>Baris {record} tidak ada (lagi) di berkas data; cari lagi.</translation>
    </message>
    <message>
        <source>These records have different valid values of {attributes}; give a reason to merge them all the same.</source>
        <translation>Baris-baris ini punya {attributes} sah yang berbeda; beri alasan untuk tetap menggabungkannya.</translation>
    </message>
    <message>
        <source>The records are one customer already.</source>
        <translation>Baris-baris ini sudah satu pelanggan.</translation>
    </message>
    <message>
        <source>A merge needs two records at least; choose another one.</source>
        <translation>Penggabungan perlu sedikitnya dua baris; pilih satu lagi.</translation>
    </message>
    <message>
        <source>Name another record that it is not the same as.</source>
        <translation>Sebutkan baris lain yang tidak sama dengannya.</translation>
    </message>
    <message>
        <source>A record can&apos;t be related to itself; choose another one.</source>
        <translation>Baris tidak dapat terkait dengan dirinya sendiri; pilih yang lain.</translation>
    </message>
    <message>
        <source>Splitting needs two groups at least.</source>
        <translation>Pemisahan perlu sedikitnya dua kelompok.</translation>
    </message>
    <message>
        <source>The record is a customer of its own already.</source>
        <translation>Baris ini sudah menjadi pelanggan tersendiri.</translation>
    </message>
    <message>
        <source>The record belongs to that customer already.</source>
        <translation>Rekaman itu sudah milik pelanggan tersebut.</translation>
    </message>
    <message>
        <source>Include records of two different customers to merge.</source>
        <translation>Masukkan baris dari dua pelanggan berbeda untuk digabungkan.</translation>
    </message>
    <message>
        <source>The groups must name records of CIN {cin}, each once; look at the customer again.</source>
        <translation>Kelompok harus menyebut baris CIN {cin}, masing-masing sekali; lihat lagi pelanggannya.</translation>
    </message>
    <message>
        <source>There is no {attribute} to lock; type a value first.</source>
        <translation>Tidak ada {attribute} untuk dikunci; ketik nilainya dulu.</translation>
    </message>
    <message>
        <source>The {attribute} of CIN {cin} is not locked.</source>
        <translation>{attribute} dari CIN {cin} tidak terkunci.</translation>
    </message>
    <message>
        <source>A record can&apos;t be compared with itself; choose another one.</source>
        <translation>Rekaman tidak dapat dibandingkan dengan dirinya sendiri; pilih yang lain.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; can&apos;t be read as {attribute}; type another value.</source>
        <translation>&quot;{text}&quot; tidak dapat dibaca sebagai {attribute}; ketik nilai lain.</translation>
    </message>
    <message>
        <source>There is no record {record} (any more).</source>
        <translation>Tidak ada baris {record} (lagi).</translation>
    </message>
    <message>
        <source>Cluster {cluster} is not in the queue any more; a later match run replaced it.</source>
        <translation>Klaster {cluster} tidak ada lagi di antrean; digantikan pencocokan yang lebih baru.</translation>
    </message>
    <message>
        <source>A cluster is not in the queue any more; look at the queue again.</source>
        <translation>Satu klaster sudah tidak ada dalam antrean; lihat antrean lagi.</translation>
    </message>
    <message>
        <source>The queue knows no source &quot;{name}&quot;; use {names}.</source>
        <translation>Antrean tidak mengenal sumber &quot;{name}&quot;; pakai {names}.</translation>
    </message>
    <message>
        <source>There are no records to match yet; load a list first.</source>
        <translation>Belum ada baris untuk dicocokkan; muat daftar dulu.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Dihentikan. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>CIN {cin} was erased on {day}; it stands for nobody any more.</source>
        <translation>CIN {cin} dihapus pada {day}; tidak lagi mewakili siapa pun.</translation>
    </message>
    <message>
        <source>CIN {cin} is restricted already.</source>
        <translation>CIN {cin} sudah dibatasi.</translation>
    </message>
    <message>
        <source>CIN {cin} is not restricted.</source>
        <translation>CIN {cin} tidak dibatasi.</translation>
    </message>
    <message>
        <source>CIN {cin} is restricted and not exported; lift the restriction first.</source>
        <translation>CIN {cin} dibatasi dan tidak diekspor; cabut pembatasannya dulu.</translation>
    </message>
    <message>
        <source>Decision #{number} erased a person; what is gone can&apos;t be brought back.</source>
        <translation>Keputusan #{number} menghapus seseorang; yang sudah hilang tidak dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Entry #{number} says who looked at masked numbers; that stays in the log.</source>
        <translation>Entri #{number} mencatat siapa yang melihat nomor tersamar; itu tetap di log.</translation>
    </message>
    <message>
        <source>Name the records whose masked numbers are looked at.</source>
        <translation>Sebutkan rekaman yang nomor tersamarnya dilihat.</translation>
    </message>
    <message>
        <source>Give a reason for the erasure, such as the date of the request; it is what the log keeps.</source>
        <translation>Beri alasan penghapusan, misalnya tanggal permintaan; alasan itulah yang disimpan di log.</translation>
    </message>
    <message>
        <source>The reason names the person who is to be erased; give it without their data.</source>
        <translation>Alasan menyebut orang yang akan dihapus; tulis tanpa datanya.</translation>
    </message>
    <message>
        <source>Say why the row is no erased person&apos;s; releasing it needs a reason.</source>
        <translation>Jelaskan mengapa baris ini bukan milik orang yang dihapus; melepasnya perlu alasan.</translation>
    </message>
    <message>
        <source>Row {row} is not held back as an erased person&apos;s; look at the quarantine again.</source>
        <translation>Baris {row} tidak ditahan sebagai milik orang yang dihapus; lihat lagi karantina.</translation>
    </message>
    <message>
        <source>{file} has no ending that says what to write; use .xlsx or .pdf.</source>
        <translation>Akhiran {file} tidak menunjukkan jenisnya; gunakan .xlsx atau .pdf.</translation>
    </message>
    <message>
        <source>{file} has no ending that says what to write; use .xlsx.</source>
        <translation>Akhiran {file} tidak menunjukkan jenisnya; gunakan .xlsx.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no date; write it as 2026-05-31.</source>
        <translation>&quot;{text}&quot; bukan tanggal; tulis seperti 2026-05-31.</translation>
    </message>
    <message>
        <source>Row {row} is not held back (any more); look at the quarantine again.</source>
        <translation>Baris {row} tidak ditahan (lagi); lihat lagi karantina.</translation>
    </message>
    <message>
        <source>Choose a row that is held back at least.</source>
        <translation>Pilih sedikitnya satu baris yang ditahan.</translation>
    </message>
    <message>
        <source>The row has no column &quot;{column}&quot;; use the columns it was delivered with.</source>
        <translation>Baris tidak punya kolom &quot;{column}&quot;; gunakan kolom saat baris itu dikirim.</translation>
    </message>
    <message>
        <source>The rows are of {sources}; load those of one source at a time.</source>
        <translation>Baris-baris ini dari {sources}; muat dari satu sumber sekali jalan.</translation>
    </message>
    <message>
        <source>A row is recognized as an erased person&apos;s; release it with a reason before it is loaded.</source>
        <translation>Ada baris yang dikenali milik orang yang dihapus; lepaskan dengan alasan sebelum dimuat.</translation>
    </message>
    <message>
        <source>There is no delivery #{number}; look it up in Lists.</source>
        <translation>Tidak ada kiriman #{number}; cari di Daftar.</translation>
    </message>
    <message>
        <source>This delivery is already undone; History shows by whom.</source>
        <translation>Kiriman ini sudah dibatalkan; Riwayat menunjukkan oleh siapa.</translation>
    </message>
    <message>
        <source>The file is of {day}, older than the last one, which is of {last}; check that it is the right one.</source>
        <translation>Berkas ini bertanggal {day}, lebih lama daripada yang terakhir ({last}); periksa apakah berkasnya benar.</translation>
    </message>
    <message>
        <source>The list has {rows} rows where the last one had {before} ({share} % fewer); check that it is whole.</source>
        <translation>Daftar ini berisi {rows} baris, sedangkan yang terakhir {before} (berkurang {share} %); periksa apakah daftarnya lengkap.</translation>
    </message>
    <message>
        <source>The column &quot;{column}&quot;, which was mapped to {target}, is not in the list any more.</source>
        <translation>Kolom &quot;{column}&quot;, yang dipetakan ke {target}, tidak ada lagi di daftar ini.</translation>
    </message>
    <message>
        <source>The keys changed their shape (from {before} to {after}), so every row would be new; check the key.</source>
        <translation>Bentuk kunci berubah (dari {before} ke {after}), sehingga setiap baris akan dianggap baru; periksa kuncinya.</translation>
    </message>
    <message>
        <source>No key column was found; rows are recognized by their content.</source>
        <translation>Kolom kunci tidak ditemukan; baris dikenali dari isinya.</translation>
    </message>
    <message>
        <source>The list holds {known} of the {all} records that are known, so it looks like a part of the whole.</source>
        <translation>Daftar ini memuat {known} dari {all} baris yang sudah dikenal, jadi tampaknya hanya sebagian.</translation>
    </message>
    <message>
        <source>{count} records of earlier deliveries are not in this one; they are kept.</source>
        <translation>{count} baris dari kiriman sebelumnya tidak ada di kiriman ini; semuanya tetap disimpan.</translation>
    </message>
</context>
<context>
    <name>ProfileWords</name>
    <message>
        <source>valid</source>
        <extracomment>From left to right.</extracomment>
        <translation>sah</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>meragukan</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{decided}, {rows}</source>
        <translation>{decided}, {rows}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided</source>
        <translation>
            <numerusform>%Ln diputuskan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows put right</source>
        <translation>
            <numerusform>%Ln baris dibetulkan</numerusform>
        </translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>sisa {span}</translation>
    </message>
    <message>
        <source>time is up: this one is the last</source>
        <translation>waktu habis: ini yang terakhir</translation>
    </message>
    <message>
        <source>{left} of {total} left</source>
        <translation>sisa {left} dari {total}</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>sisa {left}</translation>
    </message>
    <message>
        <source>~{span} at your pace</source>
        <translation>~{span} dengan laju Anda</translation>
    </message>
</context>
<context>
    <name>ProofTable</name>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Dibaca sebagai</translation>
    </message>
    <message>
        <source>These decide:</source>
        <translation>Yang menentukan:</translation>
    </message>
    <message>
        <source>These follow:</source>
        <translation>Yang mengikuti:</translation>
    </message>
</context>
<context>
    <name>QualityCard</name>
    <message>
        <source>Quality of the lists</source>
        <translation>Mutu daftar</translation>
    </message>
    <message>
        <source>Records with a good value. Bar: good, doubtful or unusual, empty (outline). ∅: no such value.</source>
        <translation>Baris dengan nilai baik. Batang: baik, meragukan atau tidak lazim, kosong (garis tepi). ∅: tidak ada nilai ini.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Baris</translation>
    </message>
</context>
<context>
    <name>QuarantineView</name>
    <message>
        <source>Rows held back</source>
        <translation>Baris yang ditahan</translation>
    </message>
    <message>
        <source>Why the row is no erased person&apos;s</source>
        <translation>Mengapa baris ini bukan milik orang yang dihapus</translation>
    </message>
    <message>
        <source>It is no customer</source>
        <translation>Bukan pelanggan</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Kembali ke aslinya</translation>
    </message>
    <message>
        <source>Let this row in</source>
        <translation>Izinkan baris ini</translation>
    </message>
    <message>
        <source>Load this row</source>
        <translation>Muat baris ini</translation>
    </message>
    <message>
        <source>No row is held back.</source>
        <translation>Tidak ada baris yang ditahan.</translation>
    </message>
    <message>
        <source>{state} by {steward}, #{number}. Reverse that decision in History to have it back here.</source>
        <translation>{state} oleh {steward}, #{number}. Balikkan keputusan itu di Riwayat untuk mengembalikannya ke sini.</translation>
    </message>
    <message>
        <source>Their data is not kept. Say why it is somebody else, and the next delivery loads the row.</source>
        <translation>Datanya tidak disimpan. Jelaskan mengapa ini orang lain, dan kiriman berikutnya memuat baris ini.</translation>
    </message>
    <message>
        <source>The row as delivered is kept. Mend the copy beside it, then load it.</source>
        <translation>Baris asli tetap disimpan. Perbaiki salinan di sampingnya, lalu muat.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Why it is held back</source>
        <translation>Alasan ditahan</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Nilai asli</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
</context>
<context>
    <name>QuarantineWords</name>
    <message>
        <source>A total or a remark, no customer: {text}</source>
        <translation>Jumlah atau catatan, bukan pelanggan: {text}</translation>
    </message>
    <message>
        <source>Control characters in {column}</source>
        <translation>Karakter kendali di {column}</translation>
    </message>
    <message>
        <source>No key in {column}</source>
        <translation>Tanpa kunci di {column}</translation>
    </message>
    <message>
        <source>A cell of {count} characters in {column}</source>
        <translation>Sel berisi {count} karakter di {column}</translation>
    </message>
    <message>
        <source>A person who was erased at their wish, known by {what}</source>
        <translation>Orang yang dihapus atas permintaannya, dikenali dari {what}</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>dimuat</translation>
    </message>
    <message>
        <source>no customer</source>
        <translation>bukan pelanggan</translation>
    </message>
    <message>
        <source>let in with the next delivery</source>
        <translation>diizinkan pada kiriman berikutnya</translation>
    </message>
    <message>
        <source>name and birth date</source>
        <translation>nama dan tanggal lahir</translation>
    </message>
    <message>
        <source>the key in the list</source>
        <translation>kunci di daftar</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Nothing to ask. The list can be loaded.</source>
        <extracomment>Told by the question whether the list is whole.</extracomment>
        <translation>Tidak ada pertanyaan. Daftar dapat dimuat.</translation>
    </message>
    <message>
        <source>I have read this; load it anyway</source>
        <translation>Sudah saya baca; tetap muat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns are not as in the last delivery</source>
        <translation>
            <numerusform>%Ln kolom tidak seperti kiriman terakhir</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading agrees to this; the next delivery is compared with it, so it is asked once.</source>
        <translation>Memuat berarti menyetujui ini; kiriman berikutnya dibandingkan dengannya, jadi ditanyakan sekali saja.</translation>
    </message>
    <message>
        <source>Is this the whole list of {source}?</source>
        <translation>Apakah ini seluruh daftar {source}?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln known records are not in it. None of them is deleted, whatever you answer.</source>
        <translation>
            <numerusform>%Ln baris yang dikenal tidak ada di dalamnya. Tidak satu pun dihapus, apa pun jawaban Anda.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, the whole list: what is not in it counts as missing</source>
        <translation>Ya, seluruh daftar: yang tidak ada di dalamnya dianggap hilang</translation>
    </message>
    <message>
        <source>No, only a part of it: the others stay as they are</source>
        <translation>Tidak, hanya sebagian: yang lain tetap apa adanya</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Enter takes it back.</source>
        <translation>Enter menariknya kembali.</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>ditarik kembali</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 baris</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>1 list</source>
        <translation>1 daftar</translation>
    </message>
    <message>
        <source>{count} lists</source>
        <translation>{count} daftar</translation>
    </message>
    <message>
        <source>{number}B</source>
        <translation>{number} M</translation>
    </message>
    <message>
        <source>{number}M</source>
        <translation>{number} jt</translation>
    </message>
    <message>
        <source>{number}k</source>
        <translation>{number} rb</translation>
    </message>
    <message>
        <source>veto</source>
        <translation>veto</translation>
    </message>
    <message>
        <source>later</source>
        <translation>nanti</translation>
    </message>
    <message>
        <source>impact {impact}</source>
        <translation>dampak {impact}</translation>
    </message>
    <message>
        <source>revenue {amount}</source>
        <translation>omzet {amount}</translation>
    </message>
</context>
<context>
    <name>QueuePanels</name>
    <message>
        <source>Filter the queue</source>
        <extracomment>The subject of the panel while values of an attribute are searched.</extracomment>
        <translation>Saring antrean</translation>
    </message>
    <message>
        <source>Enter switches a filter, unfolds a field or opens a named queue; Delete forgets a named queue.</source>
        <translation>Enter menyalakan atau mematikan saringan, membuka bidang, atau membuka antrean bernama; Delete melupakan antrean bernama.</translation>
    </message>
    <message>
        <source>Name this queue, Enter keeps it</source>
        <translation>Beri nama antrean ini, Enter menyimpannya</translation>
    </message>
    <message>
        <source>{attribute}: all values</source>
        <translation>{attribute}: semua nilai</translation>
    </message>
    <message>
        <source>Enter narrows the queue to a value, or no longer. Several values of a field add up.</source>
        <translation>Enter mempersempit antrean ke satu nilai, atau membatalkannya. Beberapa nilai dari satu bidang dijumlahkan.</translation>
    </message>
    <message>
        <source>Part of the value</source>
        <translation>Bagian dari nilai</translation>
    </message>
    <message>
        <source>Queue “{name}” is kept: {order}</source>
        <translation>Antrean “{name}” disimpan: {order}</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Recently</source>
        <extracomment>Lines that have room in any window, and in a tall one.</extracomment>
        <translation>Terbaru</translation>
    </message>
    <message numerus="yes">
        <source>Match run over %Ln records</source>
        <translation>
            <numerusform>Pencocokan atas %Ln baris</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Belum ada kejadian.</translation>
    </message>
</context>
<context>
    <name>RelatePanel</name>
    <message>
        <source>Not the same, but</source>
        <translation>Tidak sama, tetapi</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Summary</source>
        <translation>Ringkasan</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Cells to look at</source>
        <translation>Sel yang perlu diperiksa</translation>
    </message>
    <message>
        <source>Rows held back</source>
        <translation>Baris yang ditahan</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Lembar</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Dimuat</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Baris dibaca</translation>
    </message>
    <message>
        <source>New customers&apos; rows</source>
        <translation>Baris pelanggan baru</translation>
    </message>
    <message>
        <source>Changed rows</source>
        <translation>Baris berubah</translation>
    </message>
    <message>
        <source>Unchanged rows</source>
        <translation>Baris tetap</translation>
    </message>
    <message>
        <source>Rows that repeat a key</source>
        <translation>Baris dengan kunci berulang</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Contoh</translation>
    </message>
    <message>
        <source>In rows</source>
        <translation>Di baris</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Yang perlu dilakukan</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Why it was held back</source>
        <translation>Alasan ditahan</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Dipahami sebagai</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Terisi</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Meragukan</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Tidak lazim</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>Kosong-semu</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>Berbeda</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Tersering</translation>
    </message>
    <message>
        <source>Most frequent make</source>
        <translation>Pola tersering</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Terpendek</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Terpanjang</translation>
    </message>
    <message>
        <source>Key stands twice</source>
        <translation>Kunci ganda</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Tanpa kunci</translation>
    </message>
    <message>
        <source>Row with too many or too few cells</source>
        <translation>Baris dengan sel terlalu banyak atau terlalu sedikit</translation>
    </message>
    <message>
        <source>Number damaged by a spreadsheet</source>
        <translation>Nomor dirusak spreadsheet</translation>
    </message>
    <message>
        <source>Unusual value</source>
        <translation>Nilai tidak lazim</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>Isian kosong-semu</translation>
    </message>
    <message>
        <source>Date that can be read two ways</source>
        <translation>Tanggal bisa dibaca dua cara</translation>
    </message>
    <message>
        <source>Error of a formula</source>
        <translation>Galat rumus</translation>
    </message>
    <message>
        <source>Leading zero lost</source>
        <translation>Nol di depan hilang</translation>
    </message>
    <message>
        <source>Turned into a date by a spreadsheet</source>
        <translation>Diubah menjadi tanggal oleh spreadsheet</translation>
    </message>
    <message>
        <source>Day and month swapped</source>
        <translation>Hari dan bulan tertukar</translation>
    </message>
    <message>
        <source>Broken or invisible characters</source>
        <translation>Karakter rusak atau tak terlihat</translation>
    </message>
    <message>
        <source>Several customers or values in one cell</source>
        <translation>Beberapa pelanggan atau nilai dalam satu sel</translation>
    </message>
    <message>
        <source>Give every customer a row, and every value a cell of its own.</source>
        <translation>Tulis setiap pelanggan di baris sendiri dan setiap nilai di sel sendiri.</translation>
    </message>
    <message>
        <source>Value in the wrong column</source>
        <translation>Nilai di kolom yang salah</translation>
    </message>
    <message>
        <source>A total, not a customer</source>
        <translation>Jumlah, bukan pelanggan</translation>
    </message>
    <message>
        <source>The cells slipped into other columns</source>
        <translation>Sel bergeser ke kolom lain</translation>
    </message>
    <message>
        <source>Control characters in a cell</source>
        <translation>Karakter kendali dalam sel</translation>
    </message>
    <message>
        <source>A cell longer than a spreadsheet can hold</source>
        <translation>Sel melebihi batas panjang spreadsheet</translation>
    </message>
    <message>
        <source>Give every customer a number of their own.</source>
        <translation>Beri setiap pelanggan nomor sendiri.</translation>
    </message>
    <message>
        <source>Fill in the number by which you know the customer.</source>
        <translation>Isi nomor yang Anda pakai untuk mengenali pelanggan.</translation>
    </message>
    <message>
        <source>Check the row for separators inside its cells.</source>
        <translation>Periksa apakah ada pemisah di dalam sel baris ini.</translation>
    </message>
    <message>
        <source>Format the column as Text before you type or paste, and enter the number anew from its document.</source>
        <translation>Format kolom sebagai Teks sebelum mengetik atau menempel, lalu isi kembali nomornya dari dokumen asli.</translation>
    </message>
    <message>
        <source>Check the value; if it is right, nothing needs to be done.</source>
        <translation>Periksa nilainya; bila benar, tidak perlu melakukan apa-apa.</translation>
    </message>
    <message>
        <source>Leave the cell empty where nothing is known.</source>
        <translation>Kosongkan sel bila nilainya tidak diketahui.</translation>
    </message>
    <message>
        <source>Write dates as year-month-day, such as 1985-04-17.</source>
        <translation>Tulis tanggal sebagai tahun-bulan-hari, misalnya 1985-04-17.</translation>
    </message>
    <message>
        <source>Mend the formula, or paste the values only.</source>
        <translation>Perbaiki rumusnya, atau tempelkan nilainya saja.</translation>
    </message>
    <message>
        <source>Format the column as Text, then enter the value with its zero.</source>
        <translation>Format kolom sebagai Teks, lalu isi nilainya lengkap dengan nol.</translation>
    </message>
    <message>
        <source>Format the column as Text before you type or paste, and enter the value anew.</source>
        <translation>Format kolom sebagai Teks sebelum mengetik atau menempel, lalu isi kembali nilainya.</translation>
    </message>
    <message>
        <source>Check the date against its document.</source>
        <translation>Cocokkan tanggal dengan dokumennya.</translation>
    </message>
    <message>
        <source>Type the text anew, or save the file as UTF-8.</source>
        <translation>Ketik ulang teksnya, atau simpan berkas sebagai UTF-8.</translation>
    </message>
    <message>
        <source>Move the value to its column.</source>
        <translation>Pindahkan nilai ke kolomnya.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>List</source>
        <extracomment>More lists than this scroll inside their card.</extracomment>
        <translation>Daftar</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Reports compare lists. Load the lists of your departments first.</source>
        <translation>Laporan membandingkan daftar. Muat daftar dari bagian-bagian Anda dulu.</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message>
        <source>Every answer that can be checked was checked already.</source>
        <translation>Semua jawaban yang dapat diperiksa sudah diperiksa.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier answers</source>
        <translation>
            <numerusform>%Ln jawaban terdahulu</numerusform>
        </translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Baris</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln lists</source>
        <translation>
            <numerusform>di %Ln daftar</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>{count} of them joined from several records</source>
        <translation>{count} di antaranya digabung dari beberapa baris</translation>
    </message>
    <message>
        <source>Duplicates merged</source>
        <translation>Ganda digabung</translation>
    </message>
    <message>
        <source>{share} of all records</source>
        <translation>{share} dari semua baris</translation>
    </message>
    <message>
        <source>Clusters to decide</source>
        <translation>Klaster belum diputuskan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are in them</source>
        <translation>
            <numerusform>berisi %Ln baris</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a copy</source>
        <extracomment>Of more records only the number is told.</extracomment>
        <translation>Pulihkan salinan</translation>
    </message>
    <message>
        <source>Restore the copy</source>
        <translation>Pulihkan salinan ini</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>The store as it is now is not lost: it is kept beside it, under a name like {kept}. Persons who were erased since the copy was made are erased from it again, and restrictions and withdrawn consents are noted in it again. Steward closes the store for this and opens it again.</source>
        <translation>Berkas data yang sekarang tidak hilang: tetap disimpan di sampingnya, dengan nama seperti {kept}. Orang yang dihapus sejak salinan dibuat dihapus lagi darinya, dan pembatasan serta pencabutan persetujuan dicatat lagi di dalamnya. Untuk ini Steward menutup berkas data lalu membukanya lagi.</translation>
    </message>
    <message>
        <source>{store} is as in {copy}, which is of another store, so erasures, restrictions and withdrawn consents of the store before are not in it: look whether it holds any of these persons; the store before is kept as {kept}.</source>
        <translation>{store} kini seperti {copy}, yang berasal dari berkas data lain, sehingga penghapusan, pembatasan, dan pencabutan persetujuan di berkas data sebelumnya tidak ada di dalamnya: periksa apakah ia memuat orang-orang itu; berkas data sebelumnya disimpan sebagai {kept}.</translation>
    </message>
    <message>
        <source>{store} is as in {copy}; the store before can&apos;t be read, so persons who were erased since the copy was made must be erased again, and restrictions and withdrawn consents noted again; it is kept as {kept}.</source>
        <translation>{store} kini seperti {copy}; berkas data sebelumnya tidak dapat dibaca, sehingga orang yang dihapus sejak salinan dibuat harus dihapus lagi, dan pembatasan serta pencabutan persetujuan dicatat lagi; berkasnya disimpan sebagai {kept}.</translation>
    </message>
    <message>
        <source>{store} is as in {copy}; no store was in its place before.</source>
        <translation>{store} kini seperti {copy}; sebelumnya tidak ada berkas data di tempat itu.</translation>
    </message>
    <message>
        <source>{copy} itself still holds them; delete it when it is not needed any more.</source>
        <translation>{copy} sendiri masih memuat mereka; hapus bila tidak diperlukan lagi.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln restrictions and withdrawn consents from after the copy were noted again.</source>
        <translation>
            <numerusform>%Ln pembatasan dan pencabutan persetujuan dari setelah salinan dibuat sudah dicatat lagi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records that were restricted or without consent are not in the copy; note it again when their lists are loaded: {keys}</source>
        <translation>
            <numerusform>%Ln rekaman yang dibatasi atau tanpa persetujuan tidak ada di salinan; catat lagi setelah daftarnya dimuat: {keys}</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>{store} will be again as it was when {copy} was made; what was done since then will not be in it.</source>
        <translation>{store} akan kembali seperti saat {copy} dibuat; yang dikerjakan sejak itu tidak ada di dalamnya.</translation>
    </message>
    <message>
        <source>Putting {copy} in place …</source>
        <translation>Memasang {copy} …</translation>
    </message>
    <message numerus="yes">
        <source>{store} is as in {copy}, but %Ln persons erased since it was made were erased again; the store before is kept as {kept}.</source>
        <translation>
            <numerusform>{store} kini seperti {copy}, tetapi %Ln orang yang dihapus sejak salinan dibuat telah dihapus lagi; berkas data sebelumnya disimpan sebagai {kept}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{store} is as in {copy}; nobody had to be erased again, and the store before is kept as {kept}.</source>
        <translation>{store} kini seperti {copy}; tidak ada yang perlu dihapus lagi, dan berkas data sebelumnya disimpan sebagai {kept}.</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Nothing is masked here; Settings can mask identity numbers.</source>
        <translation>Tidak ada yang disamarkan di sini; Pengaturan dapat menyamarkan nomor identitas.</translation>
    </message>
</context>
<context>
    <name>ReversePanel</name>
    <message>
        <source>Select a decision to see what reversing it would change.</source>
        <translation>Pilih keputusan untuk melihat apa yang berubah bila dibalikkan.</translation>
    </message>
    <message>
        <source>Reason: {text}</source>
        <translation>Alasan: {text}</translation>
    </message>
    <message>
        <source>Reversed by #{number}. Reverse that one to have this back.</source>
        <translation>Dibalikkan oleh #{number}. Balikkan itu untuk memulihkan yang ini.</translation>
    </message>
    <message>
        <source>Reverse #{number}</source>
        <translation>Balikkan #{number}</translation>
    </message>
    <message>
        <source>What would change if reversed</source>
        <translation>Yang berubah jika dibalikkan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records move</source>
        <translation>
            <numerusform>%Ln baris berpindah</numerusform>
        </translation>
    </message>
    <message>
        <source>{cin} is in use again</source>
        <translation>{cin} dipakai lagi</translation>
    </message>
    <message>
        <source>{cin} retires and forwards</source>
        <translation>{cin} pensiun dan diteruskan</translation>
    </message>
    <message>
        <source>{attribute}: {change}</source>
        <translation>{attribute}: {change}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters of the queue</source>
        <translation>
            <numerusform>%Ln klaster antrean</numerusform>
        </translation>
    </message>
    <message>
        <source>No record moves and no value changes.</source>
        <translation>Tidak ada baris pindah dan tidak ada nilai berubah.</translation>
    </message>
    <message>
        <source>Decided later on the same records</source>
        <translation>Keputusan sesudahnya atas baris yang sama</translation>
    </message>
    <message>
        <source>They stay in force; only this one is taken back.</source>
        <translation>Tetap berlaku; hanya yang ini ditarik kembali.</translation>
    </message>
    <message>
        <source>out of the store</source>
        <translation>keluar dari berkas data</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>dan {count} lagi</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Nothing to merge: take two in</source>
        <translation>Tidak ada yang digabung: masukkan dua</translation>
    </message>
    <message>
        <source>{members} are one customer already</source>
        <translation>{members} sudah satu pelanggan</translation>
    </message>
    <message>
        <source>Merge {members}</source>
        <translation>Gabungkan {members}</translation>
    </message>
    <message>
        <source>{merge} against a veto…</source>
        <translation>{merge} melawan veto…</translation>
    </message>
    <message>
        <source>{merge}, leave {others} out</source>
        <translation>{merge}, tanpa {others}</translation>
    </message>
    <message>
        <source>CIN {cin} stays.</source>
        <translation>CIN {cin} tetap.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} lagi</translation>
    </message>
    <message>
        <source>CIN {cin} stays; {others} forward to it.</source>
        <translation>CIN {cin} tetap; {others} diteruskan ke sana.</translation>
    </message>
    <message>
        <source>None are the same</source>
        <translation>Tidak ada yang sama</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Tidak sama</translation>
    </message>
    <message>
        <source>{records} in {lists}</source>
        <translation>{records} di {lists}</translation>
    </message>
    <message>
        <source>{count} conflicts</source>
        <translation>{count} konflik</translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation>1 konflik</translation>
    </message>
    <message>
        <source>veto ({attributes})</source>
        <translation>veto ({attributes})</translation>
    </message>
    <message>
        <source>weakest link {first}–{second}, {bits} bits</source>
        <translation>kaitan terlemah {first}–{second}, {bits} bit</translation>
    </message>
    <message>
        <source>set aside for later</source>
        <translation>ditunda untuk nanti</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} dan {second}</translation>
    </message>
    <message>
        <source>{members} belong together: weakest link {link}</source>
        <translation>{members} satu kelompok: kaitan terlemah {link}</translation>
    </message>
    <message>
        <source>{others} against {members}: link {link}</source>
        <translation>{others} terhadap {members}: kaitan {link}</translation>
    </message>
    <message>
        <source>Strongest link {link}</source>
        <translation>Kaitan terkuat {link}</translation>
    </message>
    <message>
        <source>Weakest link {link}</source>
        <translation>Kaitan terlemah {link}</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} bit</translation>
    </message>
    <message>
        <source>Before comparing</source>
        <translation>Peluang awal</translation>
    </message>
    <message>
        <source>{attribute}, common</source>
        <translation>{attribute}, umum</translation>
    </message>
    <message>
        <source>{attribute}, veto</source>
        <translation>{attribute}, veto</translation>
    </message>
    <message>
        <source>one customer is commoner here than two so alike</source>
        <translation>satu pelanggan lebih lazim di sini daripada dua yang semirip ini</translation>
    </message>
    <message>
        <source>how rare matches are in these lists</source>
        <translation>seberapa jarang kecocokan di daftar-daftar ini</translation>
    </message>
    <message>
        <source>equal, but many others have it</source>
        <translation>sama, tetapi banyak yang lain juga punya</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Tinjauan</translation>
    </message>
    <message>
        <source>This cluster changed while it was open. It was read again; check who is in.</source>
        <translation>Klaster ini berubah saat terbuka. Sudah dibaca ulang; periksa siapa yang masuk.</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Graph of {count} members. Links: {links}.</source>
        <extracomment>More members than this stand in groups. Up to this many members every link is drawn. Links named to a screen reader; the picture shows all.</extracomment>
        <translation>Graf {count} anggota. Hubungan: {links}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Left out: {members}.</source>
        <translation>Tidak disertakan: {members}.</translation>
    </message>
    <message>
        <source>no link</source>
        <extracomment>Where bows end and circles stand; how wide a bow reaches out at most, and how tall a line is.</extracomment>
        <translation>tidak ada hubungan</translation>
    </message>
    <message>
        <source>{count} members grouped by {attribute}; between groups only the strongest links.</source>
        <translation>{count} anggota dikelompokkan menurut {attribute}; antarkelompok hanya hubungan terkuat.</translation>
    </message>
    <message>
        <source>{group}, left out</source>
        <translation>{group}, tidak disertakan</translation>
    </message>
    <message>
        <source>other values</source>
        <translation>nilai lain</translation>
    </message>
    <message>
        <source>in {count} records</source>
        <translation>di {count} baris</translation>
    </message>
    <message>
        <source>before {value}</source>
        <translation>sebelumnya {value}</translation>
    </message>
    <message>
        <source>{steward} is to decide this cluster</source>
        <translation>{steward} yang memutuskan klaster ini</translation>
    </message>
    <message>
        <source>in this cluster</source>
        <translation>di klaster ini</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Try a part of the name, a phone or an id</source>
        <translation>Coba sebagian nama, telepon, atau nomor identitas</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>Strength</source>
        <extracomment>Of these several can be in force, also of one attribute. Stands between those in force; no value and no name of an attribute holds it.</extracomment>
        <translation>Kekuatan</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Touches {source}</source>
        <translation>Menyangkut {source}</translation>
    </message>
    <message>
        <source>Without veto</source>
        <translation>Tanpa veto</translation>
    </message>
    <message>
        <source>With veto</source>
        <translation>Dengan veto</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Set aside for later</source>
        <translation>Ditunda</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Diputuskan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Berbeda</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Sama</translation>
    </message>
    <message>
        <source>{attribute} differs</source>
        <translation>{attribute} berbeda</translation>
    </message>
    <message>
        <source>{attribute} missing</source>
        <translation>{attribute} kosong</translation>
    </message>
    <message>
        <source>{attribute} the same</source>
        <translation>{attribute} sama</translation>
    </message>
    <message>
        <source>{attribute}: {value}</source>
        <translation>{attribute}: {value}</translation>
    </message>
    <message>
        <source>Impact first</source>
        <translation>Dampak terbesar dulu</translation>
    </message>
    <message>
        <source>Most useful first</source>
        <translation>Paling berguna dulu</translation>
    </message>
    <message>
        <source>Unclear first</source>
        <translation>Tidak jelas dulu</translation>
    </message>
    <message>
        <source>Surest first</source>
        <translation>Paling pasti dulu</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Terlama dulu</translation>
    </message>
    <message>
        <source>Most lists first</source>
        <translation>Daftar terbanyak dulu</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Menurut nama</translation>
    </message>
    <message>
        <source>No value of the queue holds this text</source>
        <extracomment>Values that the heading of a folded attribute names.</extracomment>
        <translation>Tidak ada nilai dalam antrean yang memuat teks ini</translation>
    </message>
    <message>
        <source>Search all values…</source>
        <translation>Cari di semua nilai…</translation>
    </message>
</context>
<context>
    <name>RowCounts</name>
    <message>
        <source>rows read</source>
        <translation>baris dibaca</translation>
    </message>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>berubah</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>tetap</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>berulang</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>1 baris dibaca</translation>
    </message>
    <message>
        <source>{count} rows read</source>
        <translation>{count} baris dibaca</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>The first rows as Steward reads them</source>
        <translation>Baris pertama seperti dibaca Steward</translation>
    </message>
    <message>
        <source>{column}: {what}</source>
        <translation>{column}: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln baris</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {shown} of {count} rows</source>
        <translation>{shown} pertama dari {count} baris</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>What becomes of rows of this list</source>
        <translation>Hasil untuk baris daftar ini</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Pakai ini</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Biarkan seperti semula</translation>
    </message>
    <message>
        <source>An attribute of your own goes with the customer into the master, its rules and its exports.</source>
        <translation>Atribut buatan sendiri ikut bersama pelanggan ke master, aturannya, dan ekspornya.</translation>
    </message>
    <message>
        <source>Each part of a cell becomes a value; the cell itself is kept as delivered.</source>
        <translation>Setiap bagian sel menjadi satu nilai; selnya sendiri disimpan seperti diterima.</translation>
    </message>
    <message>
        <source>Several columns make one value; empty cells are left out.</source>
        <translation>Beberapa kolom menjadi satu nilai; sel kosong dilewati.</translation>
    </message>
    <message>
        <source>Records are recognized by these columns together in the next delivery.</source>
        <translation>Pada kiriman berikutnya, rekaman dikenali dari kolom-kolom ini bersama-sama.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Names</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Tanda pengenal</translation>
    </message>
    <message>
        <source>Birth and gender</source>
        <translation>Lahir, kelamin</translation>
    </message>
    <message>
        <source>Contact points</source>
        <translation>Titik kontak</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Usaha</translation>
    </message>
    <message>
        <source>Your own attributes</source>
        <translation>Atribut Anda sendiri</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>From the most trusted list</source>
        <translation>Dari daftar tepercaya</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Terbaru</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>Tersering</translation>
    </message>
    <message>
        <source>Most complete</source>
        <translation>Terlengkap</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Terpanjang</translation>
    </message>
    <message>
        <source>most trusted</source>
        <translation>paling tepercaya</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>terbaru</translation>
    </message>
    <message>
        <source>most frequent</source>
        <translation>tersering</translation>
    </message>
    <message>
        <source>most complete</source>
        <translation>terlengkap</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>terpanjang</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, lalu </translation>
    </message>
    <message>
        <source>What you named yourself while mapping a list</source>
        <translation>Yang Anda beri nama sendiri saat memetakan daftar</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Which value becomes golden</source>
        <extracomment>From that width on the two ordered lists stand beside the groups instead of below them.</extracomment>
        <translation>Nilai mana yang menjadi emas</translation>
    </message>
    <message>
        <source>Trusted lists, the most trusted first</source>
        <translation>Daftar, paling tepercaya di atas</translation>
    </message>
    <message>
        <source>Valid values always come first. Consent has no rule: the most restrictive answer wins.</source>
        <translation>Nilai sah selalu didahulukan. Persetujuan tidak punya aturan: jawaban paling ketat yang berlaku.</translation>
    </message>
    <message>
        <source>Counts where “From the most trusted list” is switched on. Lists that are off are trusted least.</source>
        <translation>Berlaku bila “Dari daftar tepercaya” aktif. Daftar yang tidak aktif paling rendah kepercayaannya.</translation>
    </message>
    <message>
        <source>Groups of attributes</source>
        <translation>Kelompok atribut</translation>
    </message>
    <message>
        <source>Trusted lists</source>
        <translation>Daftar tepercaya</translation>
    </message>
    <message>
        <source>Drag, or Alt+Up and Alt+Down to move; Space switches.</source>
        <translation>Seret, atau Alt+Up dan Alt+Down untuk memindah; Space mengaktifkan.</translation>
    </message>
    <message>
        <source>{group}: first things first</source>
        <translation>{group}: yang utama di atas</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Atribut</translation>
    </message>
    <message>
        <source>The value that is …</source>
        <translation>Nilai yang …</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Reason, if you like</source>
        <translation>Alasan, bila perlu</translation>
    </message>
    <message>
        <source>Back to the usual rules</source>
        <translation>Kembali ke aturan bawaan</translation>
    </message>
    <message>
        <source>Rules choose between the values of several lists. Load lists first.</source>
        <translation>Aturan memilih di antara nilai dari beberapa daftar. Muat daftar dulu.</translation>
    </message>
    <message>
        <source>Load a list</source>
        <translation>Muat daftar</translation>
    </message>
    <message>
        <source>A group needs one criterion at least.</source>
        <translation>Kelompok perlu sedikitnya satu kriteria.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln golden values changed</source>
        <translation>
            <numerusform>%Ln nilai emas berubah</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules saved as #{number}: {changed}</source>
        <translation>Aturan disimpan sebagai #{number}: {changed}</translation>
    </message>
    <message>
        <source>Nothing to save</source>
        <translation>Tidak ada yang disimpan</translation>
    </message>
    <message>
        <source>Try first</source>
        <translation>Coba dulu</translation>
    </message>
    <message numerus="yes">
        <source>Save, %Ln values change</source>
        <translation>
            <numerusform>Simpan, %Ln nilai berubah</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Buang perubahan</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} dari {all}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Rentang</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Diputuskan</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Maks.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Sampel</translation>
    </message>
    <message>
        <source>No sample was drawn yet: choose a band at the left and draw one.</source>
        <translation>Belum ada sampel yang diambil: pilih satu rentang di kiri, lalu ambil sampelnya.</translation>
    </message>
    <message>
        <source>Decide the next {count} blindly</source>
        <translation>Putuskan {count} berikutnya tanpa skor</translation>
    </message>
    <message>
        <source>Some of its clusters were grouped otherwise since; draw a new sample.</source>
        <translation>Beberapa klasternya sudah dikelompokkan lain sejak itu; ambil sampel baru.</translation>
    </message>
    <message>
        <source>Certify: at most {share} errors</source>
        <translation>Sertifikasi: kesalahan maks. {share}</translation>
    </message>
    <message>
        <source>{errors} of {sampled} were wrong, so up to {share} of the band may be. Draw a larger sample or choose a higher band.</source>
        <translation>{errors} dari {sampled} salah, jadi dalam rentang ini bisa sampai {share}. Ambil sampel lebih besar atau pilih rentang lebih tinggi.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Merged {count}, {title}</source>
        <translation>Digabung {count}, {title}</translation>
    </message>
    <message>
        <source>Not the same, {title}</source>
        <translation>Tidak sama, {title}</translation>
    </message>
    <message>
        <source>Related, {title}: {relation}</source>
        <translation>Terkait, {title}: {relation}</translation>
    </message>
    <message>
        <source>Split, {title}</source>
        <translation>Dipisah, {title}</translation>
    </message>
    <message>
        <source>Taken out, {title}</source>
        <translation>Dikeluarkan, {title}</translation>
    </message>
    <message>
        <source>{attribute} changed, {title}</source>
        <translation>{attribute} diubah, {title}</translation>
    </message>
    <message>
        <source>{attribute} locked, {title}</source>
        <translation>{attribute} dikunci, {title}</translation>
    </message>
    <message>
        <source>{attribute} unlocked, {title}</source>
        <translation>Kunci {attribute} dibuka, {title}</translation>
    </message>
    <message>
        <source>Later, {title}</source>
        <translation>Nanti, {title}</translation>
    </message>
    <message>
        <source>{title} loaded</source>
        <translation>{title} dimuat</translation>
    </message>
    <message>
        <source>Reversed #{number}, {title}</source>
        <translation>Dibalikkan #{number}, {title}</translation>
    </message>
    <message>
        <source>Without {attribute} the weakest link drops to {strength} ({bits} bits).</source>
        <translation>Tanpa {attribute} kaitan terlemah turun ke {strength} ({bits} bit).</translation>
    </message>
    <message>
        <source>Veto: different valid {attributes}; only a reason merges them.</source>
        <translation>Veto: {attributes} sah yang berbeda; hanya dengan alasan dapat digabung.</translation>
    </message>
    <message>
        <source>{value} stands in {rows}</source>
        <translation>{value} ada di {rows}</translation>
    </message>
    <message>
        <source>Placeholders in {column}: {rows}</source>
        <translation>Isian kosong-semu di {column}: {rows}</translation>
    </message>
    <message>
        <source>Unusual values in {column}: {rows}</source>
        <translation>Nilai tidak lazim di {column}: {rows}</translation>
    </message>
    <message>
        <source>Key repeated: {rows}</source>
        <translation>Kunci berulang: {rows}</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} kolom</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 kolom</translation>
    </message>
    <message>
        <source>Order of day and month in {column}</source>
        <translation>Urutan hari dan bulan di {column}</translation>
    </message>
    <message>
        <source>Not related, {title}</source>
        <translation>Tidak berkaitan dengan {title}</translation>
    </message>
    <message>
        <source>Arranged into customers, {title}</source>
        <translation>Disusun menjadi pelanggan, {title}</translation>
    </message>
    <message>
        <source>Since {steward} decided on {day} (#{number}, {decision}): {attributes} changed.</source>
        <translation>Sejak {steward} memutuskan pada {day} (#{number}, {decision}): {attributes} berubah.</translation>
    </message>
    <message>
        <source>Doubtful values in {column}: {rows}</source>
        <translation>Nilai meragukan di {column}: {rows}</translation>
    </message>
    <message>
        <source>The comma is the decimal sign in {column}</source>
        <translation>Koma adalah tanda desimal di {column}</translation>
    </message>
    <message>
        <source>The point is the decimal sign in {column}</source>
        <translation>Titik adalah tanda desimal di {column}</translation>
    </message>
    <message>
        <source>Points and commas group thousands in {column}</source>
        <translation>Titik dan koma memisahkan ribuan di {column}</translation>
    </message>
    <message>
        <source>Layout of the sheet</source>
        <translation>Tata letak lembar</translation>
    </message>
    <message>
        <source>Dates that could be read both ways: {rows}, for example {example}. They load as doubtful.</source>
        <translation>Tanggal yang bisa dibaca dua cara: {rows}, misalnya {example}. Semuanya dimuat sebagai meragukan.</translation>
    </message>
    <message>
        <source>Numbers that could be read both ways: {count}; the others decide how.</source>
        <translation>Angka yang dapat dibaca dua cara: {count}; angka lainnya menentukan caranya.</translation>
    </message>
    <message>
        <source>Numbers that could be read both ways: {count}; no other decides how.</source>
        <translation>Angka yang dapat dibaca dua cara: {count}; tidak ada angka lain yang menentukan caranya.</translation>
    </message>
    <message>
        <source>Looks like a shared value. It stays visible and counts little when rows are matched.</source>
        <translation>Tampaknya nilai bersama. Tetap terlihat dan berbobot kecil saat mencocokkan.</translation>
    </message>
    <message>
        <source>For example {example}. Placeholders are kept as delivered and never count as evidence.</source>
        <translation>Misalnya {example}. Isian kosong-semu disimpan seperti dikirim dan tidak pernah menjadi bukti.</translation>
    </message>
    <message>
        <source>For example {example}. They are kept as delivered and load as doubtful.</source>
        <translation>Misalnya {example}. Disimpan seperti dikirim dan dimuat sebagai meragukan.</translation>
    </message>
    <message>
        <source>For example {example}. Every row is kept; the last one counts as the newest version.</source>
        <translation>Misalnya {example}. Setiap baris disimpan; yang terakhir menjadi versi terbaru.</translation>
    </message>
    <message>
        <source>headers in row {row}</source>
        <translation>judul kolom di baris {row}</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>lembar {name}</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 baris</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} baris</translation>
    </message>
    <message>
        <source>First seen in {source}</source>
        <translation>Pertama terlihat di {source}</translation>
    </message>
    <message>
        <source>Changed in {source}</source>
        <translation>Berubah di {source}</translation>
    </message>
    <message>
        <source>Last activity in {source}</source>
        <translation>Kegiatan terakhir di {source}</translation>
    </message>
    <message>
        <source>{members} share {attributes}.</source>
        <translation>{members} sama dalam {attributes}.</translation>
    </message>
    <message>
        <source>{members} are similar in {attributes}.</source>
        <translation>{members} mirip dalam {attributes}.</translation>
    </message>
    <message>
        <source>{members} differ in {attributes}.</source>
        <translation>{members} berbeda dalam {attributes}.</translation>
    </message>
    <message>
        <source>{members} has another {attributes}.</source>
        <translation>{members} punya {attributes} lain.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <extracomment>Clusters that are listed one by one; all are counted.
----------
The rules in two columns, and what the dry run keeps beside them. Changes that are listed one by one; all are counted.</extracomment>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Bahasa dan tampilan</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Anda</translation>
    </message>
    <message>
        <source>This store</source>
        <translation>Berkas data ini</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Tinggi baris</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Masking</source>
        <translation>Penyamaran</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikut sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Rapat</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Lapang</translation>
    </message>
    <message>
        <source>Decisions carry this name. It counts from the next time the store is opened.</source>
        <translation>Keputusan memuat nama ini. Berlaku sejak berkas data dibuka lagi.</translation>
    </message>
    <message>
        <source>Single keys decide</source>
        <translation>Satu tombol memutuskan</translation>
    </message>
    <message>
        <source>Letters and digits alone, for example A to merge.</source>
        <translation>Huruf atau angka saja, misalnya A untuk menggabungkan.</translation>
    </message>
    <message>
        <source>Mask identity numbers</source>
        <translation>Samarkan nomor identitas</translation>
    </message>
    <message>
        <source>One file with everything in it. A backup copy can be made at any time, also while you work.</source>
        <translation>Satu berkas berisi semuanya. Salinan cadangan dapat dibuat kapan saja, juga saat Anda bekerja.</translation>
    </message>
    <message>
        <source>Only their last four characters are shown; {key} shows all of what is open, and that is logged.</source>
        <translation>Hanya empat karakter terakhirnya yang tampil; {key} menampilkan semua milik yang sedang terbuka, dan itu dicatat.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <extracomment>Whose content is shown; what is agreed to is meant for them.</extracomment>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Tutup (Esc)</translation>
    </message>
    <message>
        <source>Before you load</source>
        <translation>Sebelum memuat</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>Urutan antrean</translation>
    </message>
    <message>
        <source>Last decisions</source>
        <translation>Keputusan terakhir</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} lagi</translation>
    </message>
    <message>
        <source>more, as time allows</source>
        <translation>lainnya, bila waktunya cukup</translation>
    </message>
</context>
<context>
    <name>SimilarStrip</name>
    <message>
        <source>Also similar</source>
        <translation>Juga mirip</translation>
    </message>
    <message>
        <source>Search and add a record</source>
        <translation>Cari dan tambahkan baris</translation>
    </message>
</context>
<context>
    <name>SourceSettingsView</name>
    <message>
        <source>Records that a whole list no longer holds</source>
        <translation>Baris yang tidak ada lagi di daftar lengkap</translation>
    </message>
    <message>
        <source>Nothing is deleted in any case; a record comes back with the next delivery that holds it.</source>
        <translation>Tidak ada yang dihapus dalam hal apa pun; baris kembali bersama kiriman berikutnya yang memuatnya.</translation>
    </message>
    <message>
        <source>They stay as they are</source>
        <translation>Tetap apa adanya</translation>
    </message>
    <message>
        <source>They count no longer once they were missing for</source>
        <translation>Tidak dihitung lagi setelah hilang selama</translation>
    </message>
    <message>
        <source>They count no longer at once</source>
        <translation>Langsung tidak dihitung lagi</translation>
    </message>
    <message>
        <source>whole deliveries</source>
        <translation>kiriman lengkap</translation>
    </message>
    <message>
        <source>days</source>
        <translation>hari</translation>
    </message>
    <message>
        <source>or</source>
        <translation>atau</translation>
    </message>
    <message>
        <source>Rows without a key</source>
        <translation>Baris tanpa kunci</translation>
    </message>
    <message>
        <source>Every row must have a key; rows without one are held back</source>
        <translation>Setiap baris wajib punya kunci; baris tanpa kunci ditahan</translation>
    </message>
    <message>
        <source>Trust in this list</source>
        <translation>Kepercayaan pada daftar ini</translation>
    </message>
    <message>
        <source>Where a rule for golden values prefers the most trusted list, the lists before others win. Golden values are chosen anew at once; that can be undone.</source>
        <translation>Bila aturan nilai emas mengutamakan daftar tepercaya, daftar yang lebih atas menang. Nilai emas langsung dipilih ulang; ini dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Not trusted more than others</source>
        <translation>Tidak lebih dipercaya dari yang lain</translation>
    </message>
    <message>
        <source>Place {number}, before {source}</source>
        <translation>Urutan {number}, sebelum {source}</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Urutan {number}</translation>
    </message>
    <message>
        <source>Columns that never change a record</source>
        <translation>Kolom yang tidak pernah mengubah baris</translation>
    </message>
    <message>
        <source>A date of printing, a running number: ticked columns are stored, but a record is not new for it.</source>
        <translation>Tanggal cetak, nomor urut: kolom yang dicentang tetap disimpan, tetapi tidak membuat baris dianggap berubah.</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Pelanggan</translation>
    </message>
    <message>
        <source>Last delivery</source>
        <translation>Kiriman terakhir</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>Yang dibawa</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed</source>
        <extracomment>The role that returns the domain value behind an index.</extracomment>
        <translation>{new} baru, {changed} berubah</translation>
    </message>
</context>
<context>
    <name>SplitForm</name>
    <message>
        <source>space</source>
        <translation>spasi</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>baris baru</translation>
    </message>
    <message>
        <source>whole address</source>
        <translation>alamat lengkap</translation>
    </message>
    <message>
        <source>Taken apart at</source>
        <translation>Dipecah pada</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>Bagian {number}</translation>
    </message>
    <message>
        <source>Name two parts at least, each attribute once.</source>
        <translation>Sebut paling sedikit dua bagian, setiap atribut satu kali.</translation>
    </message>
</context>
<context>
    <name>SplitPanel</name>
    <message>
        <source>Split freely: a digit puts the member under the focus into that group</source>
        <translation>Pisah bebas: angka memasukkan anggota terpilih ke kelompok itu</translation>
    </message>
    <message>
        <source>group {digit}: {members}</source>
        <translation>kelompok {digit}: {members}</translation>
    </message>
    <message>
        <source>Split into {groups}</source>
        <translation>Pisahkan menjadi {groups}</translation>
    </message>
    <message>
        <source>One group only: nothing to split</source>
        <translation>Hanya satu kelompok: tidak ada yang dipisah</translation>
    </message>
</context>
<context>
    <name>SprintPage</name>
    <message>
        <source>Timed session</source>
        <extracomment>Minutes to choose from; the middle one is proposed.</extracomment>
        <translation>Sesi berwaktu</translation>
    </message>
    <message>
        <source>Nothing waits for a decision. The unified master is up to date.</source>
        <translation>Tidak ada yang menunggu keputusan. Master terpadu sudah mutakhir.</translation>
    </message>
    <message>
        <source>To Home</source>
        <translation>Ke Beranda</translation>
    </message>
    <message>
        <source>How long do you have?</source>
        <translation>Berapa lama waktu Anda?</translation>
    </message>
    <message>
        <source>The clusters, and single records like another, that put most wrong rows right in a minute of your own pace come first. You can stop after any of them; nothing is left half decided.</source>
        <translation>Klaster, dan rekaman tunggal yang mirip rekaman lain, yang membetulkan paling banyak baris salah per menit menurut kecepatan Anda tampil lebih dulu. Anda dapat berhenti setelah yang mana pun; tidak ada yang tertinggal setengah diputuskan.</translation>
    </message>
    <message>
        <source>about {decisions}, {rows} put right</source>
        <translation>sekitar {decisions}, {rows} dibetulkan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions</source>
        <translation>
            <numerusform>%Ln keputusan</numerusform>
        </translation>
    </message>
    <message>
        <source>In all {decisions} wait, with about {rows}: {span} at your pace.</source>
        <translation>Seluruhnya {decisions} menunggu, dengan sekitar {rows}: {span} menurut kecepatan Anda.</translation>
    </message>
    <message>
        <source>decisions made</source>
        <translation>keputusan dibuat</translation>
    </message>
    <message>
        <source>decisions left</source>
        <translation>keputusan tersisa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln wrong rows</source>
        <translation>
            <numerusform>%Ln baris salah</numerusform>
        </translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>menit</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Done for now: {span}</source>
        <translation>Selesai untuk sekarang: {span}</translation>
    </message>
    <message>
        <source>Everything is saved. What you did not answer waits as it was.</source>
        <translation>Semua tersimpan. Yang belum Anda jawab menunggu seperti semula.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln put off for later</source>
        <translation>
            <numerusform>%Ln ditunda</numerusform>
        </translation>
    </message>
    <message>
        <source>wrong rows put right</source>
        <translation>baris salah dibetulkan</translation>
    </message>
    <message>
        <source>An estimate: rows that joined another customer.</source>
        <translation>Perkiraan: baris yang bergabung dengan pelanggan lain.</translation>
    </message>
    <message>
        <source>with about {rows}: {span} at your pace</source>
        <translation>dengan sekitar {rows}: {span} menurut kecepatan Anda</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more minutes</source>
        <translation>
            <numerusform>%Ln menit lagi</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Berhenti</translation>
    </message>
</context>
<context>
    <name>SprintWatch</name>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <extracomment>The time that is left is shown in minutes, so it is looked at seldom.</extracomment>
        <translation>
            <numerusform>%Ln menit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>All saved</source>
        <translation>Semua tersimpan</translation>
    </message>
    <message>
        <source>All saved, #{number}</source>
        <translation>Semua tersimpan, #{number}</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>Ganti bahasa</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>{records} in {lists}</source>
        <translation>{records} di {lists}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln daftar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records lead to no customer: verify the store</source>
        <translation>
            <numerusform>%Ln baris tidak mengarah ke pelanggan: verifikasi berkas data</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing lost</source>
        <translation>tidak ada yang hilang</translation>
    </message>
</context>
<context>
    <name>StepsBar</name>
    <message>
        <source>Step {number} of 4: {name}</source>
        <translation>Langkah {number} dari 4: {name}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Muat</translation>
    </message>
</context>
<context>
    <name>StoreCommands</name>
    <message>
        <source>Finding matches</source>
        <extracomment>As many as a steward answers in a few minutes.</extracomment>
        <translation>Mencari kecocokan</translation>
    </message>
    <message>
        <source>No question is left; every pair at the boundary has its answer.</source>
        <translation>Tidak ada pertanyaan lagi; setiap pasangan di ambang sudah terjawab.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quick questions</source>
        <translation>
            <numerusform>%Ln pertanyaan singkat</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Buku kerja Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>Dipisah koma (*.csv)</translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <translation>Parquet (*.parquet)</translation>
    </message>
    <message>
        <source>Export the unified master</source>
        <translation>Ekspor master terpadu</translation>
    </message>
    <message>
        <source>Writing the unified master</source>
        <translation>Menulis master terpadu</translation>
    </message>
    <message>
        <source>Writing one customer</source>
        <translation>Menulis satu pelanggan</translation>
    </message>
    <message>
        <source>Export this customer as of {day}</source>
        <translation>Ekspor pelanggan ini per {day}</translation>
    </message>
    <message>
        <source>Export the master as of {day}</source>
        <translation>Ekspor master per {day}</translation>
    </message>
    <message>
        <source>Steward stores (*.steward)</source>
        <translation>Berkas data Steward (*.steward)</translation>
    </message>
    <message>
        <source>Back up the store</source>
        <translation>Cadangkan berkas data</translation>
    </message>
    <message>
        <source>Backing up the store</source>
        <translation>Mencadangkan berkas data</translation>
    </message>
    <message>
        <source>Loading list {number} of {count}</source>
        <translation>Memuat daftar {number} dari {count}</translation>
    </message>
    <message>
        <source>Something is still running; it can be stopped at the top.</source>
        <translation>Masih ada pekerjaan berjalan; dapat dihentikan di atas.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Dihentikan. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Matched {records} in {time}: {clusters} wait</source>
        <translation>{records} dicocokkan dalam {time}: {clusters} menunggu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln baris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln klaster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers written to {name}</source>
        <translation>
            <numerusform>%Ln pelanggan ditulis ke {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up to {path}</source>
        <translation>Dicadangkan ke {path}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>There is nothing of yours to undo.</source>
        <translation>Tidak ada milik Anda yang dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Dibatalkan: {what}</translation>
    </message>
</context>
<context>
    <name>StoreOpener</name>
    <message>
        <source>Open a store</source>
        <translation>Buka berkas data</translation>
    </message>
    <message>
        <source>Steward stores (*.steward)</source>
        <translation>Berkas data Steward (*.steward)</translation>
    </message>
    <message>
        <source>Customers.steward</source>
        <translation>Pelanggan.steward</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Berkas data baru</translation>
    </message>
    <message>
        <source>Something is still running; restore the copy when it is done.</source>
        <translation>Masih ada yang berjalan; pulihkan salinan setelah selesai.</translation>
    </message>
    <message>
        <source>Choose the copy to restore</source>
        <translation>Pilih salinan yang dipulihkan</translation>
    </message>
</context>
<context>
    <name>TablesBar</name>
    <message numerus="yes">
        <source>{sheet}, %Ln rows</source>
        <translation>
            <numerusform>{sheet}, %Ln baris</numerusform>
        </translation>
    </message>
    <message>
        <source>{sheet}, left out</source>
        <translation>{sheet}, tidak dimuat</translation>
    </message>
    <message>
        <source>Load the sheet {sheet}</source>
        <translation>Muat lembar {sheet}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden rows</source>
        <translation>
            <numerusform>%Ln baris tersembunyi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden columns</source>
        <translation>
            <numerusform>%Ln kolom tersembunyi</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out {parts}</source>
        <translation>Tinggalkan {parts}</translation>
    </message>
    <message numerus="yes">
        <source>Load %Ln hidden sheets</source>
        <translation>
            <numerusform>Muat %Ln lembar tersembunyi</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheets of the same shape are loaded together, as one delivery.</source>
        <translation>Lembar berbentuk sama dimuat bersama sebagai satu kiriman.</translation>
    </message>
    <message>
        <source>The sheets differ; each is loaded as a delivery of its own.</source>
        <translation>Lembar-lembarnya berbeda; masing-masing dimuat sebagai kiriman tersendiri.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{event}, {count} records</source>
        <translation>{event}, {count} baris</translation>
    </message>
    <message>
        <source>{decision}, undone</source>
        <translation>{decision}, dibatalkan</translation>
    </message>
    <message>
        <source>{decision}, #{number} by {steward}</source>
        <translation>{decision}, #{number} oleh {steward}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>What to do next</source>
        <translation>Apa berikutnya</translation>
    </message>
    <message>
        <source>Home always says what comes next, the most urgent first. {key} brings you back here.</source>
        <translation>Beranda selalu menyebut langkah berikutnya, yang paling mendesak lebih dulu. {key} membawa Anda kembali ke sini.</translation>
    </message>
    <message>
        <source>Lists stay as they are</source>
        <translation>Daftar tetap seperti adanya</translation>
    </message>
    <message>
        <source>Each department&apos;s list is kept row by row as it was delivered. {key} loads another one; a delivery can be taken back whole.</source>
        <translation>Daftar setiap departemen disimpan baris demi baris seperti diterima. {key} memuat daftar lain; satu kiriman dapat ditarik kembali seutuhnya.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Berdampingan</translation>
    </message>
    <message>
        <source>Rows that may be one customer, conflicts on top. The golden column is just what a merge writes; {exclude} leaves a row out, a digit takes its value.</source>
        <translation>Baris yang mungkin satu pelanggan, konflik di atas. Kolom emas persis yang akan ditulis penggabungan; {exclude} mengeluarkan satu baris, angka mengambil nilainya.</translation>
    </message>
    <message>
        <source>Why they may be the same</source>
        <translation>Mengapa mungkin sama</translation>
    </message>
    <message>
        <source>What speaks for it and what against it, first as a sentence, then as bars. {key} shows more or less.</source>
        <translation>Apa yang mendukung dan yang menentang, mula-mula sebagai kalimat, lalu sebagai batang. {key} menampilkan lebih banyak atau lebih sedikit.</translation>
    </message>
    <message>
        <source>One key for an answer</source>
        <translation>Satu tombol untuk satu jawaban</translation>
    </message>
    <message>
        <source>{approve} merges what is shown, {reject} keeps it apart, {skip} comes back to it. {undo} takes the last answer back: nothing is ever lost.</source>
        <translation>{approve} menggabungkan yang tampak, {reject} memisahkannya, {skip} untuk nanti. {undo} menarik kembali jawaban terakhir: tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Here the truth is known</source>
        <translation>Di sini kebenarannya diketahui</translation>
    </message>
    <message>
        <source>In these sample lists it is known who is who, so this line tells how many answers are right. {sprint} starts a short session; {keys} shows all keys.</source>
        <translation>Dalam daftar contoh ini diketahui siapa adalah siapa, maka baris ini menyebut berapa jawaban yang benar. {sprint} memulai sesi singkat; {keys} menampilkan semua tombol.</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>bn</source>
        <comment>thousand millions</comment>
        <extracomment>More digits than a number keeps exactly.</extracomment>
        <translation>M</translation>
    </message>
    <message>
        <source>m</source>
        <comment>millions</comment>
        <translation>jt</translation>
    </message>
</context>
<context>
    <name>VetoDialog</name>
    <message>
        <source>Merge against a veto</source>
        <translation>Gabungkan melawan veto</translation>
    </message>
    <message>
        <source>Why are they one customer all the same?</source>
        <translation>Mengapa tetap satu pelanggan?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Don&apos;t merge</source>
        <translation>Jangan gabungkan</translation>
    </message>
</context>
<context>
    <name>WeightChanges</name>
    <message>
        <source>Evidence</source>
        <translation>Bukti</translation>
    </message>
    <message>
        <source>When it is</source>
        <translation>Bila nilainya</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>What would count more or less</source>
        <translation>Yang bobotnya akan naik atau turun</translation>
    </message>
    <message>
        <source>Changed weights</source>
        <translation>Bobot yang berubah</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Steward</source>
        <translation>Selamat datang di Steward</translation>
    </message>
    <message>
        <source>Steward loads the customer lists of your departments, finds the rows that are the same customer, and keeps one golden record of each. Your files are never changed, and every decision can be undone.</source>
        <translation>Steward memuat daftar pelanggan dari bagian-bagian Anda, menemukan baris yang merupakan pelanggan yang sama, dan menyimpan satu rekaman emas untuk masing-masing. Berkas Anda tidak pernah diubah, dan setiap keputusan dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Try the sample lists</source>
        <translation>Coba daftar contoh</translation>
    </message>
    <message>
        <source>New store…</source>
        <translation>Berkas data baru…</translation>
    </message>
    <message>
        <source>Open a store…</source>
        <translation>Buka berkas data…</translation>
    </message>
    <message>
        <source>Or drop a store or your lists (.xlsx, .csv) anywhere on this window.</source>
        <translation>Atau jatuhkan berkas data atau daftar Anda (.xlsx, .csv) di mana saja di jendela ini.</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Pernah dibuka</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>These rows were put together by their values.</source>
        <extracomment>Frame above and below, and the hairline under the sentence.</extracomment>
        <translation>Baris-baris ini disatukan berdasarkan nilainya.</translation>
    </message>
    <message>
        <source>Blind: lean to an answer first, then look why. The score is hidden as well.</source>
        <translation>Tanpa skor: condong dulu ke satu jawaban, lalu lihat alasannya. Skor juga disembunyikan.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Nama depan</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Nama keluarga</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Nama panggilan</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Gelar</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisasi</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Narahubung</translation>
    </message>
    <message>
        <source>Customer type</source>
        <translation>Jenis pelanggan</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>NPWP</source>
        <translation>NPWP</translation>
    </message>
    <message>
        <source>Family card no.</source>
        <translation>No. KK</translation>
    </message>
    <message>
        <source>Other id</source>
        <translation>Id lain</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Birth place</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Media sosial</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Situs web</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>RT/RW</source>
        <translation>RT/RW</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Kelurahan/Desa</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Kota/Kabupaten</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>E-mail consent</source>
        <translation>Izin e-mail</translation>
    </message>
    <message>
        <source>SMS consent</source>
        <translation>Izin SMS</translation>
    </message>
    <message>
        <source>WA consent</source>
        <translation>Izin WA</translation>
    </message>
    <message>
        <source>Phone consent</source>
        <translation>Izin telepon</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>No. rekening</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Pembelian</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Pendapatan</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Biaya</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Mata uang</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Kegiatan terakhir</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Pertama terlihat</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Status nikah</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>Agama</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Kept, not used</source>
        <translation>Disimpan, tidak dipakai</translation>
    </message>
    <message>
        <source>Source key</source>
        <translation>Kunci sumber</translation>
    </message>
    <message>
        <source>Birth place and date</source>
        <translation>Tempat, tanggal lahir</translation>
    </message>
    <message>
        <source>Kind of id</source>
        <translation>Jenis id</translation>
    </message>
    <message>
        <source>Id number</source>
        <translation>Nomor id</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>RW</source>
        <translation>RW</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Angka</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Uang</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ya atau tidak</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>One of a few words</source>
        <translation>Salah satu dari beberapa kata</translation>
    </message>
    <message>
        <source>locked, lists agree</source>
        <translation>terkunci, daftar sependapat</translation>
    </message>
    <message>
        <source>locked, lists disagree</source>
        <translation>terkunci, daftar berbeda</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>terkunci</translation>
    </message>
    <message>
        <source>only value</source>
        <translation>satu-satunya nilai</translation>
    </message>
    <message>
        <source>most frequent</source>
        <translation>paling sering</translation>
    </message>
    <message>
        <source>most complete</source>
        <translation>paling lengkap</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>terbaru</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>terlama</translation>
    </message>
    <message>
        <source>total of all lists</source>
        <translation>jumlah semua daftar</translation>
    </message>
    <message>
        <source>most restrictive</source>
        <translation>paling ketat</translation>
    </message>
    <message>
        <source>with the address</source>
        <translation>bersama alamat</translation>
    </message>
    <message>
        <source>all kept</source>
        <translation>semua disimpan</translation>
    </message>
    <message>
        <source>chosen by a steward</source>
        <translation>dipilih steward</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <translation>Hampir pasti</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Mungkin</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Tidak jelas</translation>
    </message>
    <message>
        <source>same household</source>
        <translation>satu rumah tangga</translation>
    </message>
    <message>
        <source>spouses</source>
        <translation>suami istri</translation>
    </message>
    <message>
        <source>parent and child</source>
        <translation>orang tua dan anak</translation>
    </message>
    <message>
        <source>head office and branch</source>
        <translation>kantor pusat dan cabang</translation>
    </message>
    <message>
        <source>related otherwise</source>
        <translation>terkait lain</translation>
    </message>
    <message>
        <source>not related</source>
        <translation>tidak berkaitan</translation>
    </message>
    <message>
        <source>List loaded</source>
        <extracomment>kind -&gt; (label, icon)</extracomment>
        <translation>Daftar dimuat</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Digabung</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Tidak sama</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Terkait</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dipisah</translation>
    </message>
    <message>
        <source>Arranged</source>
        <translation>Disusun</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Dikeluarkan</translation>
    </message>
    <message>
        <source>Value changed</source>
        <translation>Nilai diubah</translation>
    </message>
    <message>
        <source>Value locked</source>
        <translation>Nilai dikunci</translation>
    </message>
    <message>
        <source>Value unlocked</source>
        <translation>Kunci nilai dibuka</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Ditunda</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Dibalikkan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Ditugaskan</translation>
    </message>
    <message>
        <source>Rules of golden values set</source>
        <translation>Aturan nilai emas ditetapkan</translation>
    </message>
    <message>
        <source>Semi-automatic merging switched</source>
        <translation>Penggabungan semiotomatis diubah</translation>
    </message>
    <message>
        <source>Sample drawn</source>
        <translation>Sampel diambil</translation>
    </message>
    <message>
        <source>Earlier answer checked</source>
        <translation>Jawaban lama diperiksa</translation>
    </message>
    <message>
        <source>Masked numbers looked at</source>
        <translation>Nomor tersamar dilihat</translation>
    </message>
    <message>
        <source>Band certified</source>
        <translation>Rentang disertifikasi</translation>
    </message>
    <message>
        <source>Row kept back</source>
        <translation>Baris tetap ditahan</translation>
    </message>
    <message>
        <source>Learned from decisions</source>
        <translation>Dipelajari dari keputusan</translation>
    </message>
    <message>
        <source>Person erased</source>
        <translation>Orang dihapus</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Dibatasi</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Persetujuan ditarik</translation>
    </message>
    <message>
        <source>Row released</source>
        <translation>Baris dilepas</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>perlu diputuskan</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>ditunda</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>diputuskan</translation>
    </message>
    <message>
        <source>equal</source>
        <extracomment>state -&gt; (label, symbol, colour token)</extracomment>
        <translation>sama</translation>
    </message>
    <message>
        <source>equal after standardizing</source>
        <translation>sama setelah dibakukan</translation>
    </message>
    <message>
        <source>similar</source>
        <translation>mirip</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>konflik</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>hampir sama</translation>
    </message>
    <message>
        <source>partly the same</source>
        <translation>sebagian sama</translation>
    </message>
    <message>
        <source>different</source>
        <translation>berbeda</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>diizinkan</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>belum ditanya</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Membaca berkas</translation>
    </message>
    <message>
        <source>Reading the records</source>
        <translation>Membaca baris</translation>
    </message>
    <message>
        <source>Standardizing values</source>
        <translation>Membakukan nilai</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Menyimpan</translation>
    </message>
    <message>
        <source>Looking at the values</source>
        <translation>Memeriksa nilai</translation>
    </message>
    <message>
        <source>Finding pairs worth comparing</source>
        <translation>Mencari pasangan yang layak dibandingkan</translation>
    </message>
    <message>
        <source>Learning what counts</source>
        <translation>Mempelajari bobot</translation>
    </message>
    <message>
        <source>Comparing pairs</source>
        <translation>Membandingkan pasangan</translation>
    </message>
    <message>
        <source>Building clusters</source>
        <translation>Menyusun klaster</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Menulis berkas</translation>
    </message>
    <message>
        <source>Copying MiB</source>
        <translation>Menyalin MiB</translation>
    </message>
    <message>
        <source>unified master</source>
        <translation>master terpadu</translation>
    </message>
    <message>
        <source>access pack</source>
        <translation>paket akses</translation>
    </message>
    <message>
        <source>Address, taken apart</source>
        <translation>Alamat, dipecah</translation>
    </message>
    <message>
        <source>{attribute}, part {number}</source>
        <translation>{attribute}, bagian {number}</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Bekerja</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <extracomment>More ranges than this say less than their count.</extracomment>
        <translation>{first} dan {last}</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} baris</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
</context>
<context>
    <name>WorkStrip</name>
    <message>
        <source>Starting …</source>
        <extracomment>Short work shows nothing: a bar that flashes is noise. Fewer steps than these are no measure of how far the work is: &quot;0 / 1&quot; says nothing and stands still.</extracomment>
        <translation>Memulai …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>{rate} per second</source>
        <translation>{rate} per detik</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>sisa {time}</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Menghentikan …</translation>
    </message>
</context>
<context>
    <name>_ColumnsHead</name>
    <message>
        <source>as delivered</source>
        <translation>seperti dikirim</translation>
    </message>
    <message>
        <source>guessed, change any of them</source>
        <translation>tebakan, boleh diubah</translation>
    </message>
    <message>
        <source>Quality of {rows} values</source>
        <translation>Mutu {rows} nilai</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>sah</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>meragukan</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>_FindingBox</name>
    <message>
        <source>Show the row</source>
        <translation>Tampilkan barisnya</translation>
    </message>
    <message>
        <source>Show the {rows} rows</source>
        <translation>Tampilkan {rows} baris</translation>
    </message>
    <message>
        <source>Copy what to write to the department</source>
        <translation>Salin pesan untuk bagian terkait</translation>
    </message>
</context>
<context>
    <name>_StrengthRows</name>
    <message>
        <source>one key confirms</source>
        <translation>satu tombol cukup</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>perlu dipastikan</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>perlu diputuskan</translation>
    </message>
</context>
</TS>
